package org.chuishao.grid.mediation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.CommandClocks;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.event.MediationEvent;
import org.chuishao.mesh.event.MediationEvent.MediationRevisited;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.scope.Scopes;

/** A step of a mediation: its rules, one event, the rows and the clock, in one transaction under the ticket's lock. */
@ApplicationScoped
class HandleMediation {

    private final Mediations mediations;
    private final Ledger ledger;
    private final CommandClocks clocks;
    private final StopClocks stop;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final Clock clock;
    private final ObjectMapper mapper;

    HandleMediation(
            Mediations mediations,
            Ledger ledger,
            CommandClocks clocks,
            StopClocks stop,
            Idempotency idempotency,
            Scopes scopes,
            Clock clock,
            ObjectMapper mapper) {
        this.mediations = mediations;
        this.ledger = ledger;
        this.clocks = clocks;
        this.stop = stop;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** What is done about a mediation; refuses by a {@link org.chuishao.mesh.problem.Problem}. */
    interface Taken {

        Outcome take(MediationRow row, TicketState ticket, Instant now);
    }

    @Command
    @WithTransaction
    Uni<Reply> handle(UUID mediation, Taken taken, IdempotentCall call) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> perform(mediation, taken)));
    }

    /** The ticket's lock comes with its state, so the mediation is read after it: no other command is in between. */
    private Uni<Reply> perform(UUID mediation, Taken taken) {
        return mediations.ticketOf(mediation).chain(ticket -> ledger.state(ticket)
                .chain(before -> mediations
                        .row(mediation)
                        .chain(row -> record(before, row, taken.take(row, before, clock.instant())))));
    }

    private Uni<Reply> record(TicketState before, MediationRow row, Outcome outcome) {
        row.take(outcome.after());
        return mediations
                .add(outcome.added())
                .chain(() -> ledger.record(before, row.ticket, row.assignment, outcome.event()))
                .call(() -> stop.of(row.ticket, row.id, stopped(outcome.event())))
                .chain(after -> clocks.arm(after, outcome.starts()))
                .map(after -> Reply.created(null, HandledMediation.of(row), mapper));
    }

    private static Set<Act> stopped(MediationEvent event) {
        return event instanceof MediationRevisited ? Set.of(Act.MEDIATION_REVISIT) : Set.of();
    }
}
