package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.clock.Deadline.Band;
import org.chuishao.mesh.sql.Rows;

/**
 * What is due and can be had: the ticket's lock at once, then the row. A row that another replica is firing is passed by,
 * and so is one whose ticket a command holds: it may be stopping that very clock. No row is locked whose ticket cannot be
 * had, since that command would wait for it.
 */
final class DueDeadlines {

    /** The time is asked for once, as a value, so that the index is searched by it and all that follows goes by it. */
    private static final String NOW = "with t as materialized (select app_now() as now)\n";

    private static final String HAD = """
            select d.id, d.ticket_id, d.round, d.assignment, d.act, d.region, d.unit, d.rule, d.started_at, d.due_at,
                d.stopped_at, (select now from t) as now
            from deadline d where d.next_at <= (select now from t) and d.id = any(array(%s))
            order by d.band, d.next_at for update of d skip locked
            """;

    /**
     * Of one band, the oldest first. Locks are asked for above the inner limit, one row after the other until there are
     * enough: never for rows that are not taken. It is more than there are locks to be held, and its order is the index's.
     */
    static final String DUE = NOW + HAD.formatted("""
            select c.id from (
                select id, lock_key from deadline where band = $1 and next_at <= (select now from t)
                order by next_at limit 30000
            ) c where pg_try_advisory_xact_lock(c.lock_key) limit $2""");

    /** The same for some that were due before. The offset keeps the planner from asking for locks before it looks at ids. */
    static final String AGAIN = NOW + HAD.formatted("""
            select c.id from (select id, lock_key from deadline where id = any($1) offset 0) c
            where pg_try_advisory_xact_lock(c.lock_key)""");

    private DueDeadlines() {}

    /** Minutes before days. */
    static Uni<List<Row>> most(SqlConnection sql, int most) {
        return due(sql, Band.MINUTES, most)
                .chain(minutes -> minutes.size() == most
                        ? Uni.createFrom().item(minutes)
                        : due(sql, Band.DAYS, most - minutes.size()).map(days -> together(minutes, days)));
    }

    static Uni<List<Row>> again(SqlConnection sql, List<UUID> ids) {
        return sql.preparedQuery(AGAIN)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(Rows::list);
    }

    private static Uni<List<Row>> due(SqlConnection sql, Band band, int most) {
        return sql.preparedQuery(DUE)
                .execute(Tuple.of((short) band.ordinal(), most))
                .map(Rows::list);
    }

    private static List<Row> together(List<Row> first, List<Row> second) {
        List<Row> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
