package org.chuishao.mesh.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this replica's relays after a commit. Ringing costs nothing where no relay is active here. */
@ApplicationScoped
public class RelayBell {

    private final Semaphore rung = new Semaphore(0);

    /** There is something in the outbox. Called after the commit, never before. */
    public void ring() {
        rung.release();
    }

    /** Sleeps until rung or until the time is over. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
