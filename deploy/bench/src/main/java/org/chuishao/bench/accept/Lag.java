package org.chuishao.bench.accept;

import java.util.Arrays;
import org.chuishao.bench.Figures;
import org.chuishao.local.replay.book.Quantile;

/**
 * The time from POST to inbox of the tickets of one stretch at one rate.
 *
 * @param nanos in the order of their sending
 * @param missing tickets whose coming was not heard of within patience
 * @param whole all tickets of the stretch were sent and accepted; not so where it was given up
 */
record Lag(double rate, long[] nanos, long missing, boolean whole) {

    /** What a median may grow by, from the second quarter to the last, and still be called flat. */
    private static final double GROWTH_MILLIS = 250;

    /** The largest median that is still no queue. */
    private static final double QUEUE_MILLIS = 2_000;

    void into(Figures figures, String name, String suffix) {
        figures.add(name + "-rate" + suffix, rate, "tickets/s");
        figures.add(name + "-p50" + suffix, p50(), "ms");
        figures.add(name + "-p99" + suffix, p99(), "ms");
        if (missing > 0) {
            figures.add(name + "-missing" + suffix, missing, "tickets not heard of, in no figure of time");
        }
    }

    long sent() {
        return nanos.length + missing;
    }

    double p50() {
        return Quantile.millis(sorted(nanos), 0.5);
    }

    double p99() {
        return Quantile.millis(sorted(nanos), 0.99);
    }

    /** True where the lag did not grow: who waits at the end waits no longer than who waited before. */
    boolean flat() {
        return whole && missing == 0 && last() < QUEUE_MILLIS && last() - second() < GROWTH_MILLIS;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%.0f a second: median %.0f ms in the second quarter, %.0f ms in the last, p99 %.0f ms%s%s: %s",
                rate,
                second(),
                last(),
                p99(),
                whole ? "" : ", given up or refused in part",
                missing == 0 ? "" : ", " + missing + " not heard of",
                flat() ? "flat" : "not flat");
    }

    private double second() {
        return Quantile.millis(sorted(Arrays.copyOfRange(nanos, nanos.length / 4, nanos.length / 2)), 0.5);
    }

    private double last() {
        return Quantile.millis(sorted(Arrays.copyOfRange(nanos, nanos.length * 3 / 4, nanos.length)), 0.5);
    }

    private static long[] sorted(long[] some) {
        long[] sorted = some.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
