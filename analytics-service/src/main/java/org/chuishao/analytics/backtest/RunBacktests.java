package org.chuishao.analytics.backtest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.chuishao.analytics.backtest.BacktestQueue.Taken;
import org.chuishao.mesh.sql.Outage;
import org.jspecify.annotations.Nullable;

/** Runs one back-test after the other in a replica, on a worker's thread: no request waits for it, nor the event loop. */
@ApplicationScoped
class RunBacktests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BEAT_MILLIS = 5_000;

    private final BacktestQueue queue;
    private final Rehearse rehearse;
    private final Vertx vertx;
    private volatile @Nullable Progress underWay;
    private volatile boolean stopping;

    RunBacktests(BacktestQueue queue, Rehearse rehearse, Vertx vertx) {
        this.queue = queue;
        this.rehearse = rehearse;
        this.vertx = vertx;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Optional<Taken> next = taken();
        next.ifPresent(this::run);
    }

    /** While the database is away there is nothing to take. */
    private Optional<Taken> taken() {
        try {
            return queue.next().await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            Log.debugf("no back-test could be taken: %s", e.getClass());
            return Optional.empty();
        }
    }

    private void run(Taken job) {
        Progress progress = new Progress();
        underWay = progress;
        long beat = vertx.setPeriodic(BEAT_MILLIS, tick -> queue.beat(job.id(), progress)
                .subscribe()
                .with(
                        mine -> {
                            if (!mine) {
                                progress.lose();
                            }
                        },
                        away -> Log.debugf("no sign of life for a back-test: %s", away.getClass())));
        try {
            queue.done(job.id(), rehearse.of(job.asked(), progress)).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            fail(job, e);
        } finally {
            underWay = null;
            vertx.cancelTimer(beat);
        }
    }

    private void fail(Taken job, RuntimeException why) {
        if (stopping) {
            end(job, queue.giveBack(job.id()));
            return;
        }
        Log.warnf(why, "back-test %s has failed", job.id());
        String cause = Outage.is(why) || (why.getCause() != null && Outage.is(why.getCause()))
                ? "The database was away, or it took too long: ask for fewer days or a smaller region."
                : "It could not be run; the service's log says why.";
        end(job, queue.failed(job.id(), cause));
    }

    private static void end(Taken job, Uni<Void> said) {
        try {
            said.await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            Log.warnf("it was not said what became of back-test %s; its silence will: %s", job.id(), e.getClass());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        Progress progress = underWay;
        if (progress != null) {
            progress.lose();
        }
    }
}
