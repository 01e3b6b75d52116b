package org.chuishao.mesh.pool;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.chuishao.mesh.problem.Problem;

/** Bounds how many pieces of work are under way at once: past it a client is told to come again, before memory fills up. */
public final class InFlight {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore places;

    public InFlight(int places) {
        this.places = new Semaphore(places);
    }

    /** Does the work if there is a place. @throws Problem (as failure) 429 with Retry-After */
    public <T> Uni<T> admit(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(Problem.tooMany(RETRY));
            }
            return Uni.createFrom().deferred(work::get).onTermination().invoke(places::release);
        });
    }
}
