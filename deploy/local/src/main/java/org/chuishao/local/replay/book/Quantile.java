package org.chuishao.local.replay.book;

/** Quantiles of sorted measurements. */
public final class Quantile {

    private static final double NANOS_PER_MILLI = 1e6;

    private Quantile() {}

    /** In milliseconds, the smallest that this share of all is not above; NaN where nothing was measured. */
    public static double millis(long[] sortedNanos, double share) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, Math.min(rank, sortedNanos.length - 1))] / NANOS_PER_MILLI;
    }
}
