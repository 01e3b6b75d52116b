package org.chuishao.analytics.live;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/**
 * The lines as they are kept, for about an hour. Their marks are numbers, which are given out before the commit: a lower one
 * may appear behind a higher one that was told. So a writer shows, before his first line, the last number that was given
 * (a shared lock that nobody waits for, and that goes with his transaction), and a reader asks first up to where no writer is
 * left who may still give a lower one. Nothing can appear behind a mark that was told, and nobody waits for anybody. Each
 * step is a statement of its own: in one, the number would be given before the lock is shown, and what is read would be of a
 * moment before it was settled.
 */
@ApplicationScoped
public class LiveLines {

    /** So many at most are taken out at once, the oldest first; the next time comes soon. */
    private static final int MOST_TAKEN_OUT = 50_000;

    private static final String BEGIN = "select begin_live_lines()";
    private static final String TICKETS = """
            insert into live_line (at, warning, region, units, subject, number, type, category, state, late)
            select r.at, r.warning, r.region, r.units, r.subject, r.number, r.type, r.category, r.state, r.late
            from json_to_recordset($1::text::json) r (at timestamptz, warning boolean, region text, units text[],
                subject uuid, number text, type text, category text, state text, late boolean)
            """;
    private static final String WARNINGS = """
            insert into live_line (at, warning, region, units, subject, type, category, state, late, rule, level)
            select app_now(), true, w.region, '{}', w.id, 'warning.' || n.type, w.category, w.state, false, w.rule, w.level
            from unnest($1::uuid[], $2::text[]) as n (warning, type) join warning w on w.id = n.warning
            """;
    private static final String HUSH =
            "update live_line set subject = null, number = null, category = null where subject = any($1)";
    private static final String SETTLED = "select settled_live_lines()";
    private static final String KEPT = "select coalesce(min(seq), $1 + 1) <= $2 + 1 from live_line";
    private static final String AFTER = """
            select seq, warning, at, region, subject, number, type, category, state, late, rule, level
            from live_line where seq > $1 and seq <= $2 and region ^@ $3 order by seq limit $4
            """;
    private static final String TAKE_OUT = """
            delete from live_line where seq in (
                select seq from (select seq, said_at from live_line order by seq limit %d) l where said_at < $1)
            """.formatted(MOST_TAKEN_OUT);

    private final Pool pool;
    private final Pool reader;
    private final Scopes scopes;
    private final LiveConfig config;
    private final Clock clock;

    LiveLines(Pool pool, @ReactiveDataSource("reader") Pool reader, Scopes scopes, LiveConfig config, Clock clock) {
        this.pool = pool;
        this.reader = reader;
        this.scopes = scopes;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> write(SqlClient sql, JsonArray rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.query(BEGIN)
                        .execute()
                        .chain(() -> sql.preparedQuery(TICKETS).execute(Tuple.of(rows.encode())))
                        .replaceWithVoid();
    }

    /**
     * What became of warnings, each as it stands in this transaction.
     *
     * @param types such as {@code raised}, one for each warning
     */
    public Uni<Void> warnings(SqlClient sql, List<UUID> warnings, List<String> types) {
        return sql.query(BEGIN)
                .execute()
                .chain(() -> sql.preparedQuery(WARNINGS)
                        .execute(Tuple.of(warnings.toArray(UUID[]::new), types.toArray(String[]::new))))
                .replaceWithVoid();
    }

    /** The mark up to which all lines stand, or never will. */
    Uni<Long> settled() {
        return pool.query(SETTLED).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** Whether all is kept that came behind a mark, up to one that is settled. */
    Uni<Boolean> kept(long mark, long upTo) {
        return mark > upTo
                ? Uni.createFrom().item(false)
                : reader.preparedQuery(KEPT)
                        .execute(Tuple.of(upTo, mark))
                        .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The lines of a scope and region behind the one mark and up to the other, which is settled. */
    Uni<List<Line>> after(Scope scope, String region, long mark, long upTo, int most) {
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                        .chain(() -> sql.preparedQuery(AFTER).execute(Tuple.of(mark, upTo, region, most))))
                .map(rows -> Rows.list(rows).stream().map(Line::of).toList());
    }

    /** Lines that stand already of tickets that have become secret tell no more than a new one would. */
    Uni<Void> hush(SqlClient sql, List<UUID> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(HUSH)
                        .execute(Tuple.of((Object) tickets.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        return reader.preparedQuery(TAKE_OUT)
                .execute(Tuple.of(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
