package org.chuishao.analytics.warning.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuishao.analytics.warning.weather.WeatherBook;
import org.chuishao.analytics.warning.window.Days;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Rulebook;

/** Holidays and the weekends that are worked for them, by the calendar that all services share; and extreme weather. */
@ApplicationScoped
class WorkedDays implements Days {

    private final Rulebook rulebook;
    private final WeatherBook weather;

    WorkedDays(Rulebook rulebook, WeatherBook weather) {
        this.rulebook = rulebook;
        this.weather = weather;
    }

    @Override
    public Optional<LocalDate> like(LocalDate day) {
        return like(day, rulebook.calendar());
    }

    @Override
    public boolean isExtreme(LocalDate day, String place, String category) {
        return weather.brings(day, place, category);
    }

    static Optional<LocalDate> like(LocalDate day, WorkCalendar calendar) {
        // the notice of a year may speak of the last days before it
        if (Stream.of(day.getYear(), day.getYear() + 1)
                .flatMap(year -> Optional.ofNullable(calendar.years().get(year)).stream())
                .map(CalendarYear::off)
                .anyMatch(off -> off.contains(day))) {
            return Optional.empty();
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return Optional.of(
                weekend && calendar.isWorkingDay(day) ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : day);
    }
}
