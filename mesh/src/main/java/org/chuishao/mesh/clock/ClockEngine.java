package org.chuishao.mesh.clock;

import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.chuishao.mesh.clock.FiringRound.Outcome;
import org.chuishao.mesh.log.CauseInWords;
import org.chuishao.mesh.log.RelayBell;

/**
 * Fires deadlines for as long as the service runs, in every replica: they share the work by the rows' locks. It sleeps
 * until the next one is due, and goes on at once while there are more.
 */
@ApplicationScoped
class ClockEngine implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STOP_MILLIS = 10_000;

    /**
     * What is due and could not be had is held by another replica or a command, which takes no longer as a rule. While it
     * does, and nothing else fires, it is looked at less often.
     */
    private static final long SHORTEST_SLEEP_MILLIS = 10;

    private static final long SLEEP_WHILE_HELD_MILLIS = 100;

    /** The minimum of each band is the first entry of its part of the index. */
    static final String NEXT = """
            select coalesce(extract(epoch from min(first.next_at) - (select app_now())) * 1000, 'infinity')::float8
            from (values (0::smallint), (1::smallint)) as bands (band)
            cross join lateral (
                select d.next_at from deadline d where d.band = bands.band and d.next_at is not null
                order by d.next_at limit 1
            ) as first
            """;

    private final FiringRound rounds;
    private final Pool pool;
    private final RelayBell relay;
    private final ClockMeters meters;
    private final ClockConfig config;
    private final Thread thread = new Thread(this, "clock");
    private long whileHeld = SHORTEST_SLEEP_MILLIS;
    private volatile boolean stopping;

    ClockEngine(
            FiringRound rounds,
            @ReactiveDataSource("reader") Pool pool,
            RelayBell relay,
            ClockMeters meters,
            ClockConfig config) {
        this.rounds = rounds;
        this.pool = pool;
        this.relay = relay;
        this.meters = meters;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(STOP_MILLIS);
    }

    boolean alive() {
        return thread.isAlive();
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                round();
            } catch (InterruptedException e) {
                // only stop() interrupts
            } catch (Throwable e) {
                // an Error too (memory that is short for a moment): without this thread no clock fires
                if (!stopping) {
                    Log.warnf("the clocks wait: %s", CauseInWords.of(e));
                    pause(config.retry().toMillis());
                }
            }
        }
    }

    private void round() throws InterruptedException {
        Outcome outcome = rounds.fire(config.batch()).await().atMost(PATIENCE);
        if (outcome.fired() > 0) {
            relay.ring();
        }
        long sleep = sleep(outcome);
        meters.wentWell();
        Thread.sleep(sleep);
    }

    private long sleep(Outcome outcome) {
        if (outcome.crowded()) {
            Log.errorf("%d clocks were set aside in one round: it is hardly their own fault", outcome.aside());
            return config.retry().toMillis();
        }
        return outcome.full(config.batch()) ? 0 : untilNext(outcome.fired() > 0);
    }

    private long untilNext(boolean fired) {
        double millis = pool.query(NEXT)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getDouble(0);
        boolean held = millis <= 0 && !fired;
        whileHeld = held ? Math.min(2 * whileHeld, SLEEP_WHILE_HELD_MILLIS) : SHORTEST_SLEEP_MILLIS;
        return (long) Math.max(whileHeld, Math.min(millis, config.longestSleep().toMillis()));
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // only stop() interrupts
        }
    }
}
