package org.chuishao.grid.outline;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.chuishao.mesh.problem.Problem;

/** Geometry takes its time, and the threads that serve requests have none: it has one of its own, and a short queue. */
@ApplicationScoped
public class Geometry {

    private static final int THREADS = 1;
    private static final int PLACES = 16;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final WorkerExecutor workers;
    private final Semaphore places = new Semaphore(PLACES);

    Geometry(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("geometry", THREADS);
    }

    /** What follows is back on the thread that asked. Fails with 429 where too many wait already. */
    public <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                throw Problem.tooMany(SOON);
            }
            return Uni.createFrom()
                    .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage())
                    .onTermination()
                    .invoke(places::release);
        });
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
