package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.facts.FactFollower;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.analytics.warning.life.Tell.Told;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Rows;

/** A confirmed warning is handled when its ticket is closed, and is not any more when that is taken up again. */
@ApplicationScoped
class HandledTickets implements FactFollower {

    private static final String CLOSED = """
            with ticket as (
                update proactive_ticket set handled_at = app_now() where id = any($1) and handled_at is null returning id
            ), incident as (
                update incident i set handled_at = app_now() from ticket t where i.id = t.id
            ), handled as (
                update warning w set state = 'HANDLED' from ticket t
                where t.id in (w.incident, w.id) and w.state = 'CONFIRMED' returning w.id, w.level
            ), noted as (
                insert into warning_node (warning, at, type, level, role, actor)
                select id, app_now(), 'HANDLED', level, 'service', 'analytics' from handled
            )
            select id from handled order by id
            """;
    private static final String REOPENED = """
            with ticket as (
                update proactive_ticket set handled_at = null where id = any($1) and handled_at is not null returning id
            ), incident as (
                update incident i set handled_at = null from ticket t where i.id = t.id
            ), again as (
                update warning w set state = 'CONFIRMED' from ticket t
                where t.id in (w.incident, w.id) and w.state = 'HANDLED' returning w.id, w.level
            ), noted as (
                insert into warning_node (warning, at, type, level, role, actor)
                select id, app_now(), 'REOPENED', level, 'service', 'analytics' from again
            )
            select id from again order by id
            """;

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
        UUID[] closed = tickets(ours, false, true);
        UUID[] reopened = tickets(ours, true, false);
        return run(transaction.sql(), CLOSED, closed, "handled")
                .chain(() -> run(transaction.sql(), REOPENED, reopened, "reopened"));
    }

    private static UUID[] tickets(List<Change> changes, boolean before, boolean after) {
        return changes.stream()
                .filter(change -> isClosed(change.before()) == before && isClosed(change.after()) == after)
                .map(change -> change.after().ticket())
                .toArray(UUID[]::new);
    }

    private static boolean isClosed(TicketFact fact) {
        return fact.course().closedAt() != null;
    }

    private Uni<Void> run(SqlConnection sql, String statement, UUID[] tickets, String type) {
        return tickets.length == 0
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(statement)
                        .execute(Tuple.of((Object) tickets))
                        .map(rows -> Rows.list(rows).stream()
                                .map(row -> new Told(row.getUUID(0), type))
                                .toList())
                        .chain(told -> tell.of(sql, told));
    }
}
