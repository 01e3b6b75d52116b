package org.chuishao.mesh.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Counts along a calendar's working time. A stretch of it holds its first instant and not its last. */
final class WorkTime {

    private final WorkCalendar calendar;

    WorkTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The first working instant at or after a time. */
    LocalDateTime next(LocalDateTime time) {
        return stretch(time).from();
    }

    /** Working time begins at this time. */
    boolean opens(LocalDateTime time) {
        return calendar.isWorkingDay(time.toLocalDate())
                && calendar.hours().stream().anyMatch(shift -> shift.from().equals(time.toLocalTime()));
    }

    /** When as much working time has passed; the earliest such instant. */
    LocalDateTime advance(LocalDateTime time, Duration amount) {
        LocalDateTime at = time;
        Duration left = amount;
        while (!left.isZero()) {
            Stretch stretch = stretch(at);
            if (left.compareTo(stretch.length()) <= 0) {
                return stretch.from().plus(left);
            }
            left = left.minus(stretch.length());
            at = stretch.to();
        }
        return at;
    }

    /** How much working time lies between. */
    Duration between(LocalDateTime from, LocalDateTime to) {
        Duration sum = Duration.ZERO;
        for (Stretch stretch = stretch(from); stretch.from().isBefore(to); stretch = stretch(stretch.to())) {
            LocalDateTime end = stretch.to().isBefore(to) ? stretch.to() : to;
            sum = sum.plus(Duration.between(stretch.from(), end));
        }
        return sum;
    }

    /** The n-th working day after a day. */
    LocalDate workingDay(LocalDate after, int n) {
        LocalDate day = after;
        for (int left = n; left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** When a working day ends. */
    LocalDateTime closing(LocalDate day) {
        return day.atTime(calendar.hours().get(calendar.hours().size() - 1).to());
    }

    private record Stretch(LocalDateTime from, LocalDateTime to) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** What is still to come of the stretch that a time lies in, or else the next one. */
    private Stretch stretch(LocalDateTime time) {
        for (LocalDate day = time.toLocalDate(); ; day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day)) {
                continue;
            }
            for (Shift shift : calendar.hours()) {
                LocalDateTime from = day.atTime(shift.from());
                LocalDateTime to = day.atTime(shift.to());
                if (time.isBefore(to)) {
                    return new Stretch(time.isBefore(from) ? from : time, to);
                }
            }
        }
    }
}
