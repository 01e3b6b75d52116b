package org.chuishao.mesh.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Where a limit ends, in the calendar's own time. */
final class LimitEnd {

    private final WorkTime work;

    LimitEnd(WorkTime work) {
        this.work = work;
    }

    LocalDateTime of(LocalDateTime start, Limit limit, StartRule rule) {
        return switch (rule) {
            case AT_ONCE -> atOnce(start, limit.unit(), limit.amount());
            case NEXT_DAY -> nextDay(start.toLocalDate(), limit.unit(), limit.amount());
        };
    }

    private LocalDateTime atOnce(LocalDateTime start, Limit.Unit unit, int amount) {
        return switch (unit) {
            case MINUTES -> start.plusMinutes(amount);
            case HOURS -> start.plusHours(amount);
            case NATURAL_DAYS -> start.plusDays(amount);
            case MONTHS -> months(start, amount);
            case WORKING_HOURS -> work.advance(start, Duration.ofHours(amount));
            case WORKING_DAYS -> {
                LocalDateTime first = work.next(start);
                yield work.workingDay(first.toLocalDate(), amount).atTime(first.toLocalTime());
            }
        };
    }

    private LocalDateTime nextDay(LocalDate day, Limit.Unit unit, int amount) {
        return switch (unit) {
            case MINUTES, HOURS, WORKING_HOURS -> atOnce(endOf(day), unit, amount);
            case NATURAL_DAYS -> endOf(day.plusDays(amount));
            case MONTHS -> endOf(day.plusMonths(amount));
            case WORKING_DAYS -> work.closing(work.workingDay(day, amount));
        };
    }

    /** A month that lacks the day ends the limit as it ends itself, so that a later start never ends earlier. */
    private static LocalDateTime months(LocalDateTime start, int amount) {
        LocalDateTime same = start.plusMonths(amount);
        return same.getDayOfMonth() == start.getDayOfMonth() ? same : endOf(same.toLocalDate());
    }

    private static LocalDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay();
    }
}
