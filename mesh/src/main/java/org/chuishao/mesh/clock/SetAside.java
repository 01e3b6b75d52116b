package org.chuishao.mesh.clock;

import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.chuishao.mesh.log.CauseInWords;

/** Puts off a deadline whose firing fails, longer with each failure, and tells operators. It is tried again for good. */
@ApplicationScoped
class SetAside {

    /** One that is due no more, or that a command has in hand, is left as it is. */
    static final String SET_ASIDE = """
            update deadline d set failures = d.failures + 1, failed_at = t.now, cause = $2,
                next_at = t.now + least($3 * power(2, least(d.failures, 30)), $4) * interval '1 second'
            from (select app_now() as now) t,
                (select id from deadline where id = $1 and next_at <= (select app_now()) for update skip locked) due
            where d.id = due.id
            returning d.ticket_id, d.act, d.failures, d.next_at
            """;

    private final Pool pool;
    private final ClockConfig.Aside config;
    private final ClockMeters meters;

    SetAside(@ReactiveDataSource("reader") Pool pool, ClockConfig config, ClockMeters meters) {
        this.pool = pool;
        this.config = config.aside();
        this.meters = meters;
    }

    /** @return how many, 0 or 1 */
    Uni<Integer> set(UUID id, Throwable failure) {
        String cause = CauseInWords.of(failure);
        return pool.preparedQuery(SET_ASIDE)
                .execute(Tuple.of(id, cause, seconds(config.first()), seconds(config.longest())))
                .map(rows -> {
                    rows.forEach(row -> told(id, row, cause));
                    return rows.size();
                });
    }

    private void told(UUID id, Row row, String cause) {
        meters.failed();
        Log.warnf(
                "clock %s (%s of ticket %s) cannot fire and is set aside until %s, after %d failures: %s",
                id,
                row.getString("act"),
                row.getUUID("ticket_id"),
                row.getOffsetDateTime("next_at"),
                row.getInteger("failures"),
                cause);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
