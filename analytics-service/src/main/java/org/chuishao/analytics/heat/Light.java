package org.chuishao.analytics.heat;

/** How a place stands, as a traffic light says it. */
enum Light {
    /** Nothing presses. */
    GREEN,
    /** Something runs out soon, or a warning is open. */
    YELLOW,
    /** Something open is late. */
    RED;

    /**
     * @param overdue open tickets with a missed clock of which the act is still owed
     * @param ending clocks that run out soon
     * @param warnings that are open
     */
    static Light of(long overdue, long ending, long warnings) {
        if (overdue > 0) {
            return RED;
        }
        return ending > 0 || warnings > 0 ? YELLOW : GREEN;
    }
}
