package org.chuishao.mesh.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this replica's relays after a commit. Ringing costs nothing where no relay is active here. */
@ApplicationScoped
public class RelayBell {

    private final List<Semaphore> listeners = new CopyOnWriteArrayList<>();

    /** There is something in the outbox. Called after the commit, never before. */
    public void ring() {
        listeners.forEach(Semaphore::release);
    }

    /** An ear for one relay: each of several hears every ring, also one that comes while it is at work. */
    Ear listen() {
        Semaphore rung = new Semaphore(0);
        listeners.add(rung);
        return longest -> {
            if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        };
    }

    /** Sleeps until rung or until the time is over. */
    interface Ear {
        void await(Duration longest) throws InterruptedException;
    }
}
