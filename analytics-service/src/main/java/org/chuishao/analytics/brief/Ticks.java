package org.chuishao.analytics.brief;

/** Round steps for an axis. */
final class Ticks {

    private static final double[] ROUND = {1, 2, 5, 10};

    private Ticks() {}

    /** The smallest of 1, 2, 5, 10, 20 ... by which so many steps reach the most. */
    static long nice(long most, int steps) {
        double least = (double) most / steps;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (double round : ROUND) {
            if (round * power >= least) {
                return (long) (round * power);
            }
        }
        return (long) (10 * power);
    }
}
