package org.chuishao.intake.closure;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.ExclusionDecided;
import org.chuishao.mesh.event.IntakeEvent.Promised;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.CommandEffect;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** Keeps, with the commands that decide and promise, on what a ticket may be closed. One taken up again begins without any. */
@ApplicationScoped
class Grounds implements CommandEffect, LogEffect {

    private static final String KEEP = """
            insert into closing_ground (ticket_id, kind, event_id, stands, until)
            values (?1, ?2, ?3, ?4, cast(cast(?5 as text) as timestamptz))
            on conflict (ticket_id, kind) do update
                set event_id = excluded.event_id, stands = excluded.stands, until = excluded.until
            """;
    private static final String DROP = "delete from closing_ground where ticket_id = ?1";
    private static final String DROP_LATE =
            "delete from closing_ground where ticket_id = any($1) and event_id = any($2)";
    private static final String STANDS = """
            select exists (select from closing_ground
                where ticket_id = ?1 and kind = ?2 and stands and (until is null or until > app_now()))
            """;
    private static final String EXCLUSION = "EXCLUSION";
    private static final String PROMISE = "PROMISE";

    Uni<Standing> of(UUID ticket) {
        return stands(ticket, EXCLUSION)
                .chain(excluded -> stands(ticket, PROMISE).map(promised -> new Standing(excluded, promised)));
    }

    @Override
    public Uni<Void> recorded(Event event, TicketState before, TicketState after) {
        EventData data = event.data();
        if (data instanceof ExclusionDecided decided) {
            return keep(event, EXCLUSION, decided.granted(), null);
        }
        if (data instanceof Promised promised) {
            return keep(event, PROMISE, true, promised.until());
        }
        return data instanceof Reopened
                ? drop(event.ticket())
                : Uni.createFrom().voidItem();
    }

    /** What came too late on the log does not stand. */
    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Event> late = events.stream()
                .filter(read -> !read.applied())
                .map(ReadEvent::event)
                .filter(event -> event.data() instanceof ExclusionDecided || event.data() instanceof Promised)
                .toList();
        return late.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(DROP_LATE)
                        .execute(Tuple.of(
                                late.stream().map(Event::ticket).toArray(UUID[]::new),
                                late.stream().map(Event::id).toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> keep(Event event, String kind, boolean stands, @Nullable Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, event.ticket())
                        .setParameter(2, kind)
                        .setParameter(3, event.id())
                        .setParameter(4, stands)
                        .setParameter(5, until == null ? null : until.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> drop(UUID ticket) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(DROP).setParameter(1, ticket).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Boolean> stands(UUID ticket, String kind) {
        return Panache.getSession().chain(session -> session.createNativeQuery(STANDS, Boolean.class)
                .setParameter(1, ticket)
                .setParameter(2, kind)
                .getSingleResult());
    }
}
