package org.chuishao.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.mesh.problem.Problem;

/** Bounds how many submissions are under way at once: past it a client is told to come again, before memory fills up. */
@ApplicationScoped
class InFlight {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore places;

    InFlight(IntakeConfig config) {
        places = new Semaphore(config.inFlight());
    }

    /** Does the work if there is a place. @throws Problem (as failure) 429 with Retry-After */
    <T> Uni<T> admit(Supplier<Uni<T>> work) {
        if (!places.tryAcquire()) {
            return Uni.createFrom().failure(Problem.tooMany(RETRY));
        }
        return Uni.createFrom().deferred(work::get).onTermination().invoke(places::release);
    }
}
