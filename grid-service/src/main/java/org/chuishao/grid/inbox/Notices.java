package org.chuishao.grid.inbox;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sql.Rows;

/**
 * The notices as they are kept. They are told in the order of their transactions, and none before all older transactions
 * have ended: so whoever has one has all that come before it.
 */
@ApplicationScoped
class Notices {

    private static final String COLUMNS = "select n.xid::text::bigint as transaction, n.seq, n.kind, n.subject,"
            + " n.ticket_id, n.number, n.phase, n.region, n.units, n.worker, n.at from inbox_notice n";
    private static final String SETTLED = " n.xid < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String AFTER =
            COLUMNS + " where (n.xid, n.seq) > ($1::text::xid8, $2) and" + SETTLED + " order by n.xid, n.seq limit $3";
    private static final String MISSED = COLUMNS + " where (n.xid, n.seq) > ($1::text::xid8, $2)"
            + " and (n.xid, n.seq) <= ($3::text::xid8, $4)"
            + " and (n.worker = $5 and (n.phase = 'REASSIGNED' or n.region = any (places_of($5))) or $6 = any(n.units) or exists (select from unnest($7::text[]) r"
            + " where starts_with(n.region, r))) order by n.xid, n.seq limit $8";
    private static final String WAITING =
            "select exists (select from inbox_notice n where not" + SETTLED + ") as waiting";
    private static final String HERE =
            "select exists (select from inbox_notice where xid = $1::text::xid8 and seq = $2)";
    private static final String NOW = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String TAKE_OUT = "delete from inbox_notice where at < app_now() - interval '1 day'";

    private final Pool pool;

    Notices(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    /** @param more there are others, now or as soon as an older transaction has ended */
    record Next(List<Notice> notices, boolean more) {}

    /** What was told before this moment ends here. */
    Uni<Mark> now() {
        return pool.query(NOW)
                .execute()
                .map(rows -> new Mark(rows.iterator().next().getLong(0) - 1, Long.MAX_VALUE));
    }

    Uni<Next> after(Mark mark, int most) {
        return pool.withConnection(sql -> sql.preparedQuery(AFTER)
                .execute(Tuple.of(text(mark), mark.number(), most))
                .map(Notices::all)
                .chain(notices -> sql.query(WAITING)
                        .execute()
                        .map(rows -> new Next(
                                notices,
                                notices.size() == most || rows.iterator().next().getBoolean(0)))));
    }

    /** Whether it is still kept, and with it all that came after it. */
    Uni<Boolean> kept(Mark mark) {
        return pool.preparedQuery(HERE)
                .execute(Tuple.of(text(mark), mark.number()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Those that a scope covers, behind the one mark and up to the other. */
    Uni<List<Notice>> missed(Scope scope, Mark after, Mark upTo, int most) {
        Tuple values = Tuple.tuple()
                .addString(text(after))
                .addLong(after.number())
                .addString(text(upTo))
                .addLong(upTo.number())
                .addString(scope.worker())
                .addString(scope.unit())
                .addArrayOfString(scope.regions().toArray(String[]::new))
                .addInteger(most);
        return pool.preparedQuery(MISSED).execute(values).map(Notices::all);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        return pool.query(TAKE_OUT).execute().replaceWithVoid();
    }

    private static String text(Mark mark) {
        return Long.toString(mark.transaction());
    }

    private static List<Notice> all(RowSet<Row> rows) {
        return Rows.list(rows).stream().map(Notice::of).toList();
    }
}
