package org.chuishao.bench.warnings.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.chuishao.mesh.calendar.WorkCalendar;

/**
 * Twelve weeks of a hotline with their rhythm: Mondays are the fullest, weekends and holidays thin, the first day back at
 * work makes up for them. They end after the National Day holidays, so that these come when the usual is known.
 */
public final class Period {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    public static final int DAYS = 84;

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 28);
    private static final double HOLIDAY = 0.55;
    private static final double BACK_AT_WORK = 1.2;

    /** Of a day's calls in each hour; the switchboard is fullest after nine and after two. */
    private static final double[] HOURS = {
        0.6, 0.4, 0.3, 0.2, 0.2, 0.5, 1.5, 3.5, 7.0, 10.0, 9.5, 7.0, 4.5, 5.0, 8.0, 8.5, 7.5, 6.0, 5.0, 4.5, 4.0, 3.0,
        2.0, 1.2
    };

    private final WorkCalendar calendar = WorkCalendar.shipped();

    public List<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS)).toList();
    }

    /** Counted from 0. */
    public LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    public boolean working(LocalDate day) {
        return calendar.isWorkingDay(day);
    }

    /** Off although it is no weekend, or a weekend among such days. */
    public boolean holiday(LocalDate day) {
        return !working(day)
                && (!weekend(day)
                        || !working(day.minusDays(1)) && !weekend(day.minusDays(1))
                        || !working(day.plusDays(1)) && !weekend(day.plusDays(1)));
    }

    /** How full a day is beside a usual Wednesday. */
    public double fullness(LocalDate day) {
        if (holiday(day)) {
            return HOLIDAY;
        }
        double usual =
                switch (day.getDayOfWeek()) {
                    case MONDAY -> 1.15;
                    case TUESDAY -> 1.05;
                    case WEDNESDAY, THURSDAY -> 1.0;
                    case FRIDAY -> 0.97;
                    case SATURDAY -> working(day) ? 0.95 : 0.75;
                    case SUNDAY -> working(day) ? 0.95 : 0.65;
                };
        return working(day) && holiday(day.minusDays(1)) ? usual * BACK_AT_WORK : usual;
    }

    /** A moment of the day, as calls are spread over it. */
    public Instant moment(LocalDate day, SplittableRandom random) {
        double left = random.nextDouble() * total();
        int hour = 0;
        while (left >= HOURS[hour] && hour < HOURS.length - 1) {
            left -= HOURS[hour++];
        }
        return at(day, hour + random.nextDouble());
    }

    /** @param hour of the day, with parts of it; to the millisecond, as the log has it */
    public Instant at(LocalDate day, double hour) {
        return day.atStartOfDay(CHINA).toInstant().plusMillis(Math.round(hour * 3_600_000));
    }

    private static double total() {
        double total = 0;
        for (double hour : HOURS) {
            total += hour;
        }
        return total;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
