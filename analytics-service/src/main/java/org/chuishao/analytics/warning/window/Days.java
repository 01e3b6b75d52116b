package org.chuishao.analytics.warning.window;

import java.time.LocalDate;
import java.util.Optional;

/** Which days are like others of their weekday. */
public interface Days {

    /**
     * The ordinary day that a day is like: itself, or the Friday before it for a weekend that is worked. None for a holiday, which
     * is like no other day: it is neither judged nor compared with.
     */
    Optional<LocalDate> like(LocalDate day);

    /** Whether the weather of the day brings the matter there: such a day is neither judged nor compared with. */
    default boolean isExtreme(LocalDate day, String place, String category) {
        return false;
    }
}
