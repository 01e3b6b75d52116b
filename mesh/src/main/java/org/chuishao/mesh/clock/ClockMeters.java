package org.chuishao.mesh.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How the clocks go: {@code chuishao.clock.aside} (deadlines that are set aside because their firing fails; the table says
 * why), {@code chuishao.clock.failures} (how often one was) and {@code chuishao.clock.silence} (seconds since a round last
 * went well).
 */
@Startup
@ApplicationScoped
class ClockMeters {

    static final String ASIDE = "select count(*) from deadline where failed_at is not null and next_at is not null";

    private final Pool pool;
    private final Counter failures;
    private volatile long aside;
    private volatile long wentWell = System.nanoTime();

    ClockMeters(@ReactiveDataSource("reader") Pool pool, MeterRegistry meters) {
        this.pool = pool;
        failures = Counter.builder("chuishao.clock.failures").register(meters);
        Gauge.builder("chuishao.clock.aside", () -> aside).register(meters);
        Gauge.builder("chuishao.clock.silence", () -> silence().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(meters);
    }

    void failed() {
        failures.increment();
    }

    void wentWell() {
        wentWell = System.nanoTime();
    }

    /** By the time that runs on whatever a clock is set to. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - wentWell);
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> countAside() {
        return pool.query(ASIDE)
                .execute()
                .invoke(rows -> aside = rows.iterator().next().getLong(0))
                .replaceWithVoid();
    }
}
