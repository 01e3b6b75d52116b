package org.chuishao.mesh.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the reading goes: {@code chuishao.parked.tickets}, {@code chuishao.log.retries} (batches tried again) and
 * {@code chuishao.log.batch.age} (seconds that the batch in hand has been read for, 0 between batches). An age that grows
 * means that the log waits.
 */
@Startup
@ApplicationScoped
class LogMeters {

    private final Pool pool;
    private final Clock clock;
    private final Counter retries;
    private volatile long parked;
    private volatile @Nullable Instant begun;

    LogMeters(@ReactiveDataSource("reader") Pool pool, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        retries = Counter.builder("chuishao.log.retries").register(meters);
        Gauge.builder("chuishao.parked.tickets", () -> parked).register(meters);
        Gauge.builder("chuishao.log.batch.age", this::age).baseUnit("seconds").register(meters);
    }

    void batchBegins() {
        begun = clock.instant();
    }

    void batchEnds() {
        begun = null;
    }

    void retried() {
        retries.increment();
    }

    private double age() {
        Instant since = begun;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> countParked() {
        return pool.query("select count(*) from parked_ticket")
                .execute()
                .invoke(rows -> parked = rows.iterator().next().getLong(0))
                .replaceWithVoid();
    }
}
