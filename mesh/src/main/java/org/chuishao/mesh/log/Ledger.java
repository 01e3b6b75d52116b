package org.chuishao.mesh.log;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Where commands write what they decided about a ticket: checked against the fold and the events that this service has
 * written and not yet read back, then put in the outbox, in the command's own (Panache) transaction.
 */
@ApplicationScoped
public class Ledger {

    /** The inner casts tell the driver the types that it is given: a string sent as json would become a JSON string. */
    private static final String INSERT = """
            with o as (
                insert into outbox (event_id, ticket_id, shard, topic, key, attributes, data)
                values (?1, ?2, ?3, 'ticket-lifecycle', cast(cast(?2 as uuid) as text), cast(cast(?4 as text) as json), ?5)
            )
            insert into audit (role, actor, action, ticket_id) values (?6, ?7, ?8, ?2)
            """;

    private final CurrentScope scope;
    private final LogConfig config;
    private final List<CommandEffect> effects;
    private final Source self;
    private final Clock clock;

    Ledger(CurrentScope scope, LogConfig config, @All List<CommandEffect> effects, Clock clock) {
        this.scope = scope;
        this.config = config;
        this.effects = effects;
        this.self = Source.ofUri("/chuishao/" + config.service());
        this.clock = clock;
    }

    /** The ticket as this service knows it, own pending events included. Holds the ticket's lock from here. */
    public Uni<TicketState> state(UUID ticket) {
        return PendingState.take(ticket);
    }

    public Uni<TicketState> record(UUID ticket, EventData data) {
        return record(ticket, null, data);
    }

    /**
     * Writes an event in the name of whoever is calling, if the ticket's state allows it.
     *
     * @return the ticket after it
     * @throws Problem (as failure) 409 with the state and what it allows
     */
    public Uni<TicketState> record(UUID ticket, @Nullable UUID assignment, EventData data) {
        // known before the wait for the lock: with a client that hangs up meanwhile its scope is gone
        Actor actor = scope.actor();
        return state(ticket).chain(before -> record(actor, before, ticket, assignment, data));
    }

    /**
     * The same for a ticket whose lock this transaction holds already: {@code before} is what {@link #state} or the last
     * {@code record} answered, so that a command with several events locks and loads once.
     */
    public Uni<TicketState> record(TicketState before, UUID ticket, @Nullable UUID assignment, EventData data) {
        return record(scope.actor(), before, ticket, assignment, data);
    }

    private Uni<TicketState> record(
            Actor actor, TicketState before, UUID ticket, @Nullable UUID assignment, EventData data) {
        Event event = Draft.on(ticket, before, assignment, data).by(self, actor, Ids.next(), clock.instant());
        Step step = Fold.apply(before, event);
        return step.verdict() == Step.Verdict.LATE
                ? Uni.createFrom().failure(refusal(before, event, step))
                : write(event).chain(() -> follow(event, before, step.after())).replaceWith(step.after());
    }

    private Uni<Void> follow(Event event, TicketState before, TicketState after) {
        return InTurn.each(effects, effect -> effect.recorded(event, before, after));
    }

    private static Problem refusal(TicketState before, Event event, Step step) {
        String detail = step.why() == null
                ? event.type().shortName() + " is not possible in state " + before.state()
                : step.why();
        return Refusal.of(before, detail);
    }

    private Uni<Void> write(Event event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, event.id())
                        .setParameter(2, event.ticket())
                        .setParameter(
                                3, Outbox.shard(event.ticket(), config.relay().shards()))
                        .setParameter(4, EventCodec.attributesJson(event))
                        .setParameter(5, EventCodec.data(event))
                        .setParameter(6, event.actor().role())
                        .setParameter(7, event.actor().id())
                        .setParameter(8, event.type().shortName())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
