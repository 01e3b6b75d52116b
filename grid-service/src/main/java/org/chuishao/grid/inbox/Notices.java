package org.chuishao.grid.inbox;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.grid.page.Conditions;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sql.Rows;

/**
 * The notices as they are kept. They are told in the order of their numbers, and none before all have ended who may still
 * write one with a lower number: so whoever has one has all that come before it.
 */
@ApplicationScoped
class Notices {

    static final String COLUMNS = "select n.seq, n.kind, n.subject, n.ticket_id, n.number, n.phase, n.region, n.units,"
            + " n.worker, n.at from inbox_notice n";
    private static final String SETTLED = "select settled_notices()";
    private static final String AFTER = COLUMNS + " where n.seq > $1 and n.seq <= $2 order by n.seq limit $3";
    private static final String WAITING = "select exists (select from inbox_notice n where n.seq > $1)";
    private static final String HERE = "select exists (select from inbox_notice where seq = $1)";
    private static final String TAKE_OUT = "delete from inbox_notice where at < app_now() - interval '1 day'";

    private final Pool pool;

    Notices(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    /** @param more there are others, now or as soon as whoever wrote before them has ended */
    record Next(List<Notice> notices, boolean more) {}

    /** What was told before this moment ends here. */
    Uni<Mark> now() {
        return pool.withConnection(Notices::settled).map(Mark::new);
    }

    Uni<Next> after(Mark mark, int most) {
        return pool.withConnection(sql -> settled(sql).chain(settled -> sql.preparedQuery(AFTER)
                .execute(Tuple.of(mark.number(), settled, most))
                .map(Notices::all)
                .chain(notices -> sql.preparedQuery(WAITING)
                        .execute(Tuple.of(settled))
                        .map(rows -> new Next(notices, notices.size() == most || truth(rows))))));
    }

    /** Whether it is still kept, and with it all that came after it. */
    Uni<Boolean> kept(Mark mark) {
        return pool.preparedQuery(HERE).execute(Tuple.of(mark.number())).map(Notices::truth);
    }

    /** Those that a scope covers, behind the one mark and up to the other. */
    Uni<List<Notice>> missed(Scope scope, Mark after, Mark upTo, int most) {
        Conditions values = new Conditions();
        String sql = Missed.sql(values, scope, after, upTo, most);
        return pool.preparedQuery(sql).execute(values.values()).map(Notices::all);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        return pool.query(TAKE_OUT).execute().replaceWithVoid();
    }

    /** A statement of its own: what is read by it has to begin later. */
    private static Uni<Long> settled(SqlConnection sql) {
        return sql.query(SETTLED).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private static boolean truth(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean(0);
    }

    private static List<Notice> all(RowSet<Row> rows) {
        return Rows.list(rows).stream().map(Notice::of).toList();
    }
}
