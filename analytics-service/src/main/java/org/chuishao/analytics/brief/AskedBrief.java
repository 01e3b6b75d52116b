package org.chuishao.analytics.brief;

import java.time.LocalDate;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a brief is about.
 *
 * @param day its last one
 * @param category with all below it; null for all
 * @param own a grid that is asked about by those who work in it: nothing is withheld
 */
record AskedBrief(
        BriefKind kind,
        LocalDate day,
        String region,
        @Nullable String category,
        boolean own) {

    private static final int TREND_DAYS = 30;

    Period period() {
        return kind.period(day);
    }

    Period before() {
        return kind.before(day);
    }

    /** The thirty days that the line of the trend shows. */
    Period trend() {
        return new Period(day.minusDays(TREND_DAYS - 1L), day);
    }

    /** The level of the places that it lists: the one below the region's own. */
    Level places() {
        for (Level level : Level.values()) {
            if (level.digits() > region.length()) {
                return level;
            }
        }
        return Level.GRID;
    }
}
