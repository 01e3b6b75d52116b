package org.chuishao.mesh.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A year's holiday notice (放假通知): where it departs from Monday to Friday. It may reach back into the December before
 * it, as some years' New Year does.
 *
 * @param off days off, weekends among them included or not
 * @param work weekend days that are worked for others (调休)
 * @param source the notice's title or number
 */
public record CalendarYear(int year, Set<LocalDate> off, Set<LocalDate> work, String source) {

    private static final String RANGE = "..";

    /** @throws IllegalArgumentException naming the day that is of another year, both off and worked, or no weekend day */
    public CalendarYear {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
        for (LocalDate day : off) {
            requireOwn(year, day);
        }
        for (LocalDate day : work) {
            requireOwn(year, day);
            if (off.contains(day)) {
                throw new IllegalArgumentException(day + " is both off and worked");
            }
            if (!weekend(day)) {
                throw new IllegalArgumentException(day + " is a " + day.getDayOfWeek() + ", worked anyway");
            }
        }
    }

    /**
     * From days as a notice lists them.
     *
     * @param off days or ranges, {@code 2026-10-10} or {@code 2026-10-01..2026-10-07}
     */
    public static CalendarYear of(int year, List<String> off, List<String> work, String source) {
        return new CalendarYear(year, days(off), days(work), source);
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static void requireOwn(int year, LocalDate day) {
        boolean decemberBefore = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
        if (day.getYear() != year && !decemberBefore) {
            throw new IllegalArgumentException(day + " is not of the year " + year);
        }
    }

    private static Set<LocalDate> days(List<String> texts) {
        Set<LocalDate> days = new HashSet<>();
        for (String text : texts) {
            int range = text.indexOf(RANGE);
            LocalDate first = day(range < 0 ? text : text.substring(0, range));
            LocalDate last = range < 0 ? first : day(text.substring(range + RANGE.length()));
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(text + " ends before it begins");
            }
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day: " + text, e);
        }
    }
}
