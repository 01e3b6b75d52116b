package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.facts.FactFollower;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.analytics.warning.life.Tell.Told;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Rows;

/** A confirmed warning is handled when its ticket is over, and is not any more when that is taken up again. */
@ApplicationScoped
class HandledTickets implements FactFollower {

    /** A statement of its own: what a verdict has put under a ticket meanwhile is seen by the next. */
    private static final String HOLD = "select from proactive_ticket where id = any($1) order by id for update";

    private static final String CLOSED = """
            with ended as (
                select * from unnest($1::uuid[], $2::timestamptz[]) as e (id, at)
            ), ticket as (
                update proactive_ticket p set handled_at = e.at from ended e
                where p.id = e.id and p.handled_at is null returning p.id, p.handled_at
            ), incident as (
                update incident i set handled_at = t.handled_at from ticket t where i.id = t.id
            ), handled as (
                update warning w set state = 'HANDLED' from ticket t
                where t.id in (w.incident, w.id) and w.state = 'CONFIRMED' returning w.id, w.level, t.handled_at
            ), noted as (
                insert into warning_node (warning, at, type, level, role, actor)
                select id, handled_at, 'HANDLED', level, 'service', 'analytics' from handled
            )
            select id from handled order by id
            """;
    /** Where an old log is read anew, what was said before it was handled changes nothing. */
    private static final String REOPENED = """
            with again as (
                select * from unnest($1::uuid[], $2::timestamptz[]) as e (id, at)
            ), ticket as (
                update proactive_ticket p set handled_at = null from again e
                where p.id = e.id and p.handled_at < e.at returning p.id, e.at
            ), incident as (
                update incident i set handled_at = null from ticket t where i.id = t.id
            ), confirmed as (
                update warning w set state = 'CONFIRMED' from ticket t
                where t.id in (w.incident, w.id) and w.state = 'HANDLED' returning w.id, w.level, t.at
            ), noted as (
                insert into warning_node (warning, at, type, level, role, actor)
                select id, at, 'REOPENED', level, 'service', 'analytics' from confirmed
            )
            select id from confirmed order by id
            """;

    /** Ends without a result: nothing more is done under it. */
    private static final Set<String> GIVEN_UP = Set.of(State.DECLINED.name(), State.WITHDRAWN.name());

    private final Tell tell;

    HandledTickets(Tell tell) {
        this.tell = tell;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Change> changes) {
        List<Change> ours = changes.stream()
                .filter(change ->
                        Channel.WARNING.name().equals(change.after().now().channel()))
                .toList();
        return run(transaction.sql(), CLOSED, turned(ours, true), "handled")
                .chain(() -> run(transaction.sql(), REOPENED, turned(ours, false), "reopened"));
    }

    private static List<Change> turned(List<Change> changes, boolean over) {
        return changes.stream()
                .filter(change -> isOver(change.before()) != over && isOver(change.after()) == over)
                .toList();
    }

    private static boolean isOver(TicketFact fact) {
        return fact.course().closedAt() != null || GIVEN_UP.contains(fact.now().state());
    }

    private Uni<Void> run(SqlConnection sql, String statement, List<Change> changes, String type) {
        UUID[] tickets = changes.stream().map(change -> change.after().ticket()).toArray(UUID[]::new);
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(HOLD)
                        .execute(Tuple.of((Object) tickets))
                        .chain(() -> sql.preparedQuery(statement)
                                .execute(Tuple.of(
                                        tickets,
                                        changes.stream().map(HandledTickets::at).toArray(OffsetDateTime[]::new))))
                        .map(rows -> Rows.list(rows).stream()
                                .map(row -> new Told(row.getUUID(0), type))
                                .toList())
                        .chain(told -> tell.of(sql, told));
    }

    private static OffsetDateTime at(Change change) {
        return change.events().get(change.events().size() - 1).event().at().atOffset(ZoneOffset.UTC);
    }
}
