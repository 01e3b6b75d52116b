package org.chuishao.mesh.clock;

import java.util.List;
import org.chuishao.mesh.calendar.CalendarYear;

/**
 * A year's holidays as they stand on the topic {@code rules}, under {@code calendar/<year>}.
 *
 * @param version how often the year was loaded since the product came with it, which is 0
 * @param off days, such as 2026-10-01
 * @param work weekend days that are worked
 */
public record PublishedYear(int year, int version, List<String> off, List<String> work, String source) {

    static final String KEYS = "calendar/";

    CalendarYear toYear() {
        return CalendarYear.of(year, off, work, source);
    }

    /** What it adds to the calendar's version. */
    String mark() {
        return version == 0 ? "" : "+" + year + "." + version;
    }
}
