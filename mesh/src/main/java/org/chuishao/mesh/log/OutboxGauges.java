package org.chuishao.mesh.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What waits in the outbox, as gauges: {@code chuishao.outbox.unsent} (rows) and {@code chuishao.outbox.oldest} (seconds
 * that the first of them waits). An age that grows means that nothing is published, whoever holds the lock.
 */
@Startup
@ApplicationScoped
class OutboxGauges {

    private static final String UNSENT = """
            select count(*), coalesce(extract(epoch from app_now() - min(created_at)), 0)::float8
            from outbox where sent_at is null
            """;

    private final Pool pool;
    private volatile Waiting waiting = new Waiting(0, 0);

    OutboxGauges(@ReactiveDataSource("reader") Pool pool, MeterRegistry meters) {
        this.pool = pool;
        Gauge.builder("chuishao.outbox.unsent", () -> waiting.rows()).register(meters);
        Gauge.builder("chuishao.outbox.oldest", () -> waiting.seconds())
                .baseUnit("seconds")
                .register(meters);
    }

    private record Waiting(long rows, double seconds) {}

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(UNSENT)
                .execute()
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    waiting = new Waiting(row.getLong(0), row.getDouble(1));
                })
                .replaceWithVoid();
    }
}
