package org.chuishao.grid.notification;

import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.chuishao.mesh.log.CauseInWords;
import org.chuishao.mesh.log.RelayBell;

/**
 * Tells people for as long as the service runs, in every replica: they share the work by the rows' locks. What cannot wait
 * has a thread and {@link Lanes} of its own, so that a slow provider of the others does not hold it up.
 */
@ApplicationScoped
class Sender {

    private static final int BANDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STOP_MILLIS = 10_000;
    private static final long SHORTEST_SLEEP_MILLIS = 10;

    /** What is due and has not gone is held by another replica or a command, or is under way. */
    private static final long SLEEP_WHILE_HELD_MILLIS = 50;

    private static final String NEXT = """
            select coalesce(extract(epoch from min(next_at) - (select app_now())) * 1000, 'infinity')::float8
            from notification where band = $1 and next_at is not null
            """;

    private final EndSteps end;
    private final SendSteps send;
    private final Pool pool;
    private final RelayBell relay;
    private final NotificationConfig config;
    private final List<Thread> threads;
    private volatile boolean stopping;

    Sender(
            EndSteps end,
            SendSteps send,
            @ReactiveDataSource("reader") Pool pool,
            RelayBell relay,
            NotificationConfig config) {
        this.end = end;
        this.send = send;
        this.pool = pool;
        this.relay = relay;
        this.config = config;
        this.threads = IntStream.range(0, BANDS)
                .mapToObj(band -> new Thread(() -> run(band), "sender-" + band))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(STOP_MILLIS);
        }
    }

    private void run(int band) {
        Lanes lanes = new Lanes(channel -> send.send(band, channel), config.retry());
        while (!stopping) {
            try {
                lanes.pause(round(band, lanes));
            } catch (InterruptedException e) {
                // only stop() interrupts
            } catch (Throwable e) {
                // an Error too (memory that is short for a moment): without this thread nobody is told
                if (!stopping) {
                    Log.warnf("nobody is told for now: %s", CauseInWords.of(e));
                    pause();
                }
            }
        }
    }

    /** Asks first, so that a time in which nothing is due costs one statement. @return how long to sleep */
    private long round(int band, Lanes lanes) {
        double next = next(band);
        if (next > 0) {
            return (long) Math.max(
                    SHORTEST_SLEEP_MILLIS, Math.min(next, config.longestSleep().toMillis()));
        }
        lanes.begin();
        int ended = end.end(band, config.batch()).await().atMost(PATIENCE);
        if (ended > 0) {
            relay.ring();
        }
        return ended == 0 ? SLEEP_WHILE_HELD_MILLIS : 0;
    }

    /** Milliseconds until something is due; not above 0 where something is. */
    private double next(int band) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of((short) band))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getDouble(0);
    }

    private void pause() {
        try {
            Thread.sleep(config.retry().toMillis());
        } catch (InterruptedException e) {
            // only stop() interrupts
        }
    }
}
