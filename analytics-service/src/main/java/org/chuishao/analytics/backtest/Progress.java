package org.chuishao.analytics.backtest;

import org.jspecify.annotations.Nullable;

/** How far a job is; written by its thread, read by the one that gives signs of life. */
final class Progress {

    private volatile long read;
    private volatile @Nullable Long total;
    private volatile boolean lost;

    void of(long all) {
        total = all;
    }

    void read(long more) {
        read += more;
    }

    /** Somebody has given it up for dead, or the service stops. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    long read() {
        return read;
    }

    @Nullable
    Long total() {
        return total;
    }
}
