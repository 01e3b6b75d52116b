package org.chuishao.analytics.warning.effect;

/**
 * How many complaints of a matter did not come after a warning of it was handled: what was to be expected from the time before,
 * if it had gone as elsewhere in the city, less what came. Counts are taken to scatter as chance alone lets them (Poisson).
 *
 * @param expected what would have come if nothing had been done
 * @param prevented expected less what came; negative where more came
 * @param lower and {@code upper}: the 95% interval of prevented
 */
record Effect(double expected, double prevented, double lower, double upper) {

    /** With fewer elsewhere, what the season did cannot be told, and is left out. */
    private static final int FEWEST_ELSEWHERE = 30;

    private static final double TWO_SIDED_95 = 1.96;

    /**
     * @param before tickets of the matter at the place in so many days before the first complaint of the warning
     * @param after in as many days after it was handled
     * @param controlBefore the same elsewhere
     */
    static Effect of(int before, int after, int controlBefore, int controlAfter) {
        boolean known = controlBefore >= FEWEST_ELSEWHERE && controlAfter > 0;
        double trend = known ? (double) controlAfter / controlBefore : 1;
        double expected = before * trend;
        double relative = before == 0 ? 0 : 1.0 / before + (known ? 1.0 / controlBefore + 1.0 / controlAfter : 0);
        double spread = TWO_SIDED_95 * Math.sqrt(after + expected * expected * relative);
        double prevented = expected - after;
        return new Effect(expected, prevented, prevented - spread, prevented + spread);
    }
}
