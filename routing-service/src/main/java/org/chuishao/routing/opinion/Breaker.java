package org.chuishao.routing.opinion;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets an endpoint alone that fails again and again: for a time nobody asks, then one request tries. */
final class Breaker {

    private final int most;
    private final Duration pause;
    private int failed;
    private @Nullable Instant until;

    /** @param most failures in a row after which it opens */
    Breaker(int most, Duration pause) {
        this.most = most;
        this.pause = pause;
    }

    /** How many of so many requests may go. */
    synchronized int let(int wanted, Instant now) {
        if (until == null) {
            return wanted;
        }
        return open(now) ? 0 : Math.min(1, wanted);
    }

    synchronized boolean open(Instant now) {
        return until != null && now.isBefore(until);
    }

    synchronized void went() {
        failed = 0;
        until = null;
    }

    /** After the pause a single failure opens it again. */
    synchronized void failed(Instant now) {
        failed++;
        if (failed >= most) {
            until = now.plus(pause);
        }
    }
}
