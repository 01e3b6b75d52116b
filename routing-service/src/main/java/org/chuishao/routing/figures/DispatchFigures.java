package org.chuishao.routing.figures;

import java.time.LocalDate;
import org.chuishao.routing.learn.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * How a place's tickets were dispatched in a period. A dispatch counts once, those that came too late on the log and those
 * of a conference not at all. Nobody's own work is told apart.
 *
 * @param to the last day, included
 * @param dispatches of the three sorts below
 * @param byItself by the rules or a model, with no dispatcher before
 * @param overdue by the clock, to the county, since nobody got to it
 * @param byHand a dispatcher's, or by itself after a dispatcher had asked the grid
 * @param neededAHand null where nothing was dispatched
 * @param waiting in the queue, until a dispatcher decided
 * @param handling from claim to dispatch, where it was claimed
 */
record DispatchFigures(
        String region,
        String regionName,
        LocalDate from,
        LocalDate to,
        long dispatches,
        long byItself,
        long overdue,
        long byHand,
        @Nullable Share neededAHand,
        Spread waiting,
        Spread handling,
        Overridden overrides) {

    /**
     * A share of 0 to 1, with the ends of its 95% interval (Wilson).
     */
    record Share(double share, double low, double high) {

        static @Nullable Share of(long part, long all) {
            if (all == 0) {
                return null;
            }
            double low = Wilson.lower((int) part, (int) all, Wilson.USUAL);
            double high = 1 - Wilson.lower((int) (all - part), (int) all, Wilson.USUAL);
            return new Share((double) part / all, low, high);
        }
    }

    /** Seconds; null where there is nothing to measure. */
    record Spread(
            long count, @Nullable Double median, @Nullable Double p90) {}

    /** Decisions of a dispatcher that were not what was found, and in what. */
    record Overridden(long decisions, long category, long severity, long region) {}
}
