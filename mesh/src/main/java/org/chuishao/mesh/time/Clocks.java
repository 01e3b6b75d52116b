package org.chuishao.mesh.time;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Provides the clock that everything in a service reads: it follows {@code app_now()}, read each second, so that what is
 * decided here and what is decided in SQL go by one time, and a test that shifts the database shifts the service.
 */
@Singleton
class Clocks {

    private static final Logger LOG = Logger.getLogger(Clocks.class);
    private static final long EVERY_MILLIS = 1000;

    private final DatabaseClock clock = new DatabaseClock(Clock.systemUTC());
    private final AtomicBoolean reading = new AtomicBoolean();
    private final Vertx vertx;
    private final Pool pool;
    private long timer = -1;

    Clocks(Vertx vertx, @ReactiveDataSource("reader") Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    void start(@Observes StartupEvent started) {
        read();
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> read());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** While the database is away the last offset stands; readings never pile up behind a slow one. */
    private void read() {
        if (!reading.compareAndSet(false, true)) {
            return;
        }
        Instant[] asked = new Instant[1];
        pool.withConnection(connection -> {
                    // From here on, so that the wait for a connection is not taken for the way to the database.
                    asked[0] = clock.systemTime();
                    return connection.query("SELECT app_now()").execute();
                })
                .onTermination()
                .invoke(() -> reading.set(false))
                .subscribe()
                .with(
                        rows -> clock.set(
                                asked[0],
                                clock.systemTime(),
                                rows.iterator()
                                        .next()
                                        .get(OffsetDateTime.class, 0)
                                        .toInstant()),
                        away -> LOG.debugf("The database's clock could not be read: %s", away.getClass()));
    }
}
