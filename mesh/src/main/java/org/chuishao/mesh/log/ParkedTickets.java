package org.chuishao.mesh.log;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;

/** What operators do about parked tickets: look, replay in order, or leave an event out. */
@ApplicationScoped
public class ParkedTickets {

    private static final String LIST = """
            select t.ticket_id, t.cause, t.attempts, t.parked_at,
                   (select count(*) from parked_event e where e.ticket_id = t.ticket_id) as waiting
            from parked_ticket t order by t.parked_at limit $1
            """;

    private static final String AUDIT_REPLAY = """
            insert into audit (role, actor, action, ticket_id, detail)
            select $1, $2, 'parked-ticket-replayed', ticket_id, cause from parked_ticket where ticket_id = $3
            """;
    private static final String AUDIT_SKIP = """
            insert into audit (role, actor, action, ticket_id, detail) values ($1, $2, 'parked-event-skipped', $3, $4)
            """;

    private final Pool pool;
    private final BatchReading reading;
    private final CurrentScope scope;
    private final RelayBell bell;

    ParkedTickets(@ReactiveDataSource("reader") Pool pool, BatchReading reading, CurrentScope scope, RelayBell bell) {
        this.pool = pool;
        this.reading = reading;
        this.scope = scope;
        this.bell = bell;
    }

    public record Parked(UUID ticket, String cause, int attempts, OffsetDateTime parkedAt, long waiting) {}

    /** @param replayed events that were applied now; @param left events that still wait */
    public record Outcome(UUID ticket, int replayed, long left) {}

    Uni<List<Parked>> list(int limit) {
        return pool.preparedQuery(LIST).execute(Tuple.of(limit)).map(rows -> {
            List<Parked> parked = new ArrayList<>();
            for (Row row : rows) {
                parked.add(new Parked(
                        row.getUUID("ticket_id"),
                        row.getString("cause"),
                        row.getInteger("attempts"),
                        row.getOffsetDateTime("parked_at"),
                        row.getLong("waiting")));
            }
            return parked;
        });
    }

    /**
     * Each event in its own transaction, so that what could be applied stays so when a later one fails. Who tried it, and what
     * the ticket was parked for, is in the audit whatever comes of it.
     */
    Uni<Outcome> replay(UUID ticket) {
        Actor actor = scope.actor();
        return pool.preparedQuery(AUDIT_REPLAY)
                .execute(Tuple.of(actor.role(), actor.id(), ticket))
                .invoke(audited -> requireParked(audited.rowCount()))
                .chain(() -> replay(ticket, 0))
                .invoke(bell::ring);
    }

    private Uni<Outcome> replay(UUID ticket, int done) {
        return pool.withTransaction(sql -> replayFirst(sql, ticket))
                .onFailure(failure -> !(failure instanceof Problem) && !Failures.waits(failure))
                .recoverWithUni(failure -> stillParked(ticket, done, failure))
                .chain(more ->
                        more ? replay(ticket, done + 1) : Uni.createFrom().item(new Outcome(ticket, done, 0)));
    }

    /** Answers whether there was one; if not, the ticket is free again. */
    private Uni<Boolean> replayFirst(SqlConnection sql, UUID ticket) {
        return TicketLock.take(sql, List.of(ticket))
                .chain(() -> requireParked(sql, ticket))
                .chain(() -> ParkedEvents.first(sql, ticket))
                .chain(first -> first.isPresent()
                        ? apply(sql, first.get()).replaceWith(true)
                        : free(sql, ticket).replaceWith(false));
    }

    private Uni<Void> apply(SqlConnection sql, ParkedEvents.Waiting waiting) {
        if (!waiting.kept()) {
            throw new UnreadableEvent(
                    "not kept when it was parked, it stands at "
                            + waiting.record().place() + " of the log",
                    null);
        }
        return reading.read(sql, List.of(waiting.record())).chain(() -> ParkedEvents.remove(sql, waiting));
    }

    private Uni<Boolean> stillParked(UUID ticket, int done, Throwable failure) {
        String cause = CauseInWords.of(failure);
        return pool.preparedQuery("update parked_ticket set cause = $2, attempts = attempts + 1 where ticket_id = $1")
                .execute(Tuple.of(ticket, cause))
                .chain(() -> Uni.createFrom()
                        .failure(Problem.conflict(
                                "The ticket is still parked after " + done + " replayed events: " + cause)));
    }

    /**
     * Leaves the first waiting event out, for good; who did so and why is in the audit. The effects are told, unless it is
     * this that fails.
     */
    Uni<Void> skipFirst(UUID ticket, String reason) {
        Actor actor = scope.actor();
        return skipFirst(actor, ticket, reason, reading::tellOfLeftOut)
                .onFailure(failure -> !(failure instanceof Problem) && !Failures.waits(failure))
                .recoverWithUni(() -> skipFirst(
                        actor, ticket, reason, (sql, record) -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> skipFirst(
            Actor actor, UUID ticket, String reason, BiFunction<SqlConnection, LogRecord, Uni<Void>> tell) {
        return pool.withTransaction(sql -> TicketLock.take(sql, List.of(ticket))
                .chain(() -> ParkedEvents.first(sql, ticket))
                .map(first -> first.orElseThrow(() -> Problem.notFound("waiting event")))
                .chain(waiting -> leaveOut(sql, waiting).chain(() -> tell.apply(sql, waiting.record())))
                .chain(() -> sql.preparedQuery(AUDIT_SKIP).execute(Tuple.of(actor.role(), actor.id(), ticket, reason)))
                .replaceWithVoid());
    }

    private static Uni<Void> leaveOut(SqlConnection sql, ParkedEvents.Waiting waiting) {
        LogRecord record = waiting.record();
        return ParkedEvents.remove(sql, waiting).chain(() -> record.eventId()
                .map(id -> BatchReading.leaveOut(sql, id))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Void> free(SqlConnection sql, UUID ticket) {
        return sql.preparedQuery("delete from parked_ticket where ticket_id = $1")
                .execute(Tuple.of(ticket))
                .replaceWithVoid();
    }

    private static Uni<Void> requireParked(SqlConnection sql, UUID ticket) {
        return sql.preparedQuery("select 1 from parked_ticket where ticket_id = $1")
                .execute(Tuple.of(ticket))
                .invoke(rows -> requireParked(rows.size()))
                .replaceWithVoid();
    }

    private static void requireParked(int found) {
        if (found == 0) {
            throw Problem.notFound("parked ticket");
        }
    }
}
