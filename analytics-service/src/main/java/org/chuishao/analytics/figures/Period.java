package org.chuishao.analytics.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Days in China, the first and the last included. */
public record Period(LocalDate from, LocalDate to) {

    public static final int LONGEST_DAYS = 366;

    /** How many days are meant where nothing is said: up to today, or to the last day named. */
    public static final int USUAL_DAYS = 30;

    private static final int A_MONTH = 31;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /** @throws Problem 400 naming what is no day, or the first day where the period is empty or too long */
    public static Period of(@Nullable String from, @Nullable String to, Clock clock) {
        LocalDate last = to == null ? clock.instant().atZone(China.ZONE).toLocalDate() : day("to", to);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : day("from", from);
        if (first.isAfter(last) || !first.plusDays(LONGEST_DAYS).isAfter(last)) {
            throw Problem.invalid("from", "must not be after to; both included, at most " + LONGEST_DAYS + " days");
        }
        return new Period(first, last);
    }

    /** The first instant that belongs to it. */
    public Instant begin() {
        return from.atStartOfDay(China.ZONE).toInstant();
    }

    /** The first instant that does so no more. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(China.ZONE).toInstant();
    }

    /** More than a month: what is counted over it takes its turn. */
    public boolean isLong() {
        return !from.plusDays(A_MONTH).isAfter(to);
    }

    /** @throws Problem 400 naming the field where it is no day */
    public static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Problem.invalid(field, "must be a day such as 2026-11-23");
    }
}
