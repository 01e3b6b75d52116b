package org.chuishao.analytics.browser;

/**
 * What it took until the map stands.
 *
 * @param bytes all that came over the line, headers too
 * @param milliseconds from the call for the page
 */
record FirstView(double bytes, double milliseconds) {

    private static final String BYTES =
            "() => ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
                    + ".reduce((sum, it) => sum + it.transferSize, 0)";

    /** @param visit of somebody who is signed in, and opens the page for the first time */
    static FirstView of(Visit visit) {
        visit.shows(visit.page().locator("#map[data-region='21'] svg")).shows(visit.place(Province.SHENYANG));
        double milliseconds = number(visit, "() => performance.now()");
        return new FirstView(number(visit, BYTES), milliseconds);
    }

    private static double number(Visit visit, String script) {
        return ((Number) visit.page().evaluate(script)).doubleValue();
    }

    @Override
    public String toString() {
        return "First view: %.0f bytes, %.0f ms".formatted(bytes, milliseconds);
    }
}
