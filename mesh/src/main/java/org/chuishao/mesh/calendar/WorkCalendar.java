package org.chuishao.mesh.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which days and hours are worked, and the instants that limits end at.
 *
 * @param version named with every deadline computed by it
 * @param hours of each working day, in order
 * @param years by year; a day of any other counts Monday to Friday and makes what rests on it provisional
 */
public record WorkCalendar(String version, ZoneId zone, List<Shift> hours, Map<Integer, CalendarYear> years) {

    private static final Duration YELLOW_AT_MOST = Duration.ofHours(4);
    private static final int YELLOW_SHARE = 5;

    /** @throws IllegalArgumentException if there are no working hours or they are not in order */
    public WorkCalendar {
        hours = List.copyOf(hours);
        years = Map.copyOf(years);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs working hours");
        }
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from().isBefore(hours.get(i - 1).to())) {
                throw new IllegalArgumentException("working hours " + hours.get(i) + " are out of order");
            }
        }
        years.forEach((number, year) -> {
            if (number != year.year()) {
                throw new IllegalArgumentException("the year " + year.year() + " stands under " + number);
            }
        });
    }

    /**
     * The calendar that comes with the product.
     *
     * @throws IllegalStateException naming the file, if one cannot be read
     */
    public static WorkCalendar shipped() {
        return CalendarFile.shipped();
    }

    /** This calendar with a year's notice loaded or replaced. */
    public WorkCalendar with(CalendarYear year, String newVersion) {
        Map<Integer, CalendarYear> more = new TreeMap<>(years);
        more.put(year.year(), year);
        return new WorkCalendar(newVersion, zone, hours, more);
    }

    public boolean isWorkingDay(LocalDate day) {
        for (int notice = day.getYear(); notice <= day.getYear() + 1; notice++) {
            CalendarYear year = years.get(notice);
            if (year != null && year.off().contains(day)) {
                return false;
            }
            if (year != null && year.work().contains(day)) {
                return true;
            }
        }
        return !CalendarYear.weekend(day);
    }

    /** The year's holidays are known. */
    public boolean loaded(int year) {
        return years.containsKey(year);
    }

    /**
     * When a limit ends.
     *
     * <p>{@link StartRule#AT_ONCE}: minutes and hours run from the start; natural days and months end at its time of day
     * (where the last month lacks the day, as its last day ends). Working hours run only inside working time. Working
     * days end n working days later at its time of day: what starts at 10:00 ends at 10:00. A start outside working time
     * counts from the next working instant: what starts on a Saturday ends as work begins, n working days after Monday.
     *
     * <p>{@link StartRule#NEXT_DAY}: the next day, or for working units the next working day, is the first. Natural days
     * and months end as their last day does (24:00), working days as its working time does; minutes and hours run from
     * 00:00, working hours from the next day's first.
     */
    public Due due(Instant start, Limit limit, StartRule rule) {
        LocalDateTime end = new LimitEnd(workTime()).of(at(start), limit, rule);
        return due(start, end, limit.unit());
    }

    /**
     * When the yellow light goes on: the smaller of a fifth of the limit and four hours before it is due, both of working
     * time for a working unit, so that it lights while somebody sees it.
     */
    public Due approaching(Instant start, Due due, Limit.Unit unit) {
        if (!start.isBefore(due.at())) {
            return due;
        }
        Duration all = unit.working() ? workTime().between(at(start), at(due.at())) : Duration.between(start, due.at());
        Duration fifth = all.dividedBy(YELLOW_SHARE);
        Duration before = fifth.compareTo(YELLOW_AT_MOST) < 0 ? fifth : YELLOW_AT_MOST;
        Instant yellow = unit.working()
                ? instant(workTime().advance(at(start), all.minus(before)))
                : due.at().minus(before);
        return new Due(yellow, due.provisional(), due.calendarVersion());
    }

    /** What is left until a due instant, for a clock that stops now. */
    public Remaining remaining(Instant now, Due due, Limit.Unit unit) {
        if (!now.isBefore(due.at())) {
            return new Remaining(unit, Duration.ZERO, false);
        }
        if (!unit.working()) {
            return new Remaining(unit, Duration.between(now, due.at()), false);
        }
        Duration left = workTime().between(at(now), at(due.at()));
        return new Remaining(unit, left, workTime().opens(at(due.at())));
    }

    /** When a clock that goes on now with what it had left is due; what had nothing left is due now. */
    public Due resume(Instant now, Remaining remaining) {
        if (!remaining.unit().working()) {
            return new Due(now.plus(remaining.left()), false, version);
        }
        LocalDateTime end = workTime().advance(at(now), remaining.left());
        return due(now, remaining.opening() ? workTime().next(end) : end, remaining.unit());
    }

    private Due due(Instant start, LocalDateTime end, Limit.Unit unit) {
        boolean provisional = false;
        for (int year = at(start).getYear(); unit.working() && year <= end.getYear(); year++) {
            provisional |= !loaded(year);
        }
        return new Due(instant(end), provisional, version);
    }

    private WorkTime workTime() {
        return new WorkTime(this);
    }

    private LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }
}
