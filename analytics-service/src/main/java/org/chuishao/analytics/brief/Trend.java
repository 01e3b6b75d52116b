package org.chuishao.analytics.brief;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chuishao.analytics.brief.Brief.Day;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.withheld.Withholding;
import org.chuishao.analytics.withheld.Withholding.Sum;
import org.jspecify.annotations.Nullable;

/** The thirty days of a trend, and which of them are withheld: the brief tells the sum of its own days beside them. */
final class Trend {

    private static final LocalDate ALL = LocalDate.MAX;

    private final Map<LocalDate, Long> many = new HashMap<>();
    private final Map<LocalDate, Long> people = new HashMap<>();

    private Trend(List<Row> rows, String column, String persons) {
        for (Row row : rows) {
            @Nullable Long counted = row.getLong(column);
            if (counted != null) {
                many.put(row.getLocalDate("day"), counted);
                people.put(row.getLocalDate("day"), row.getLong(persons));
            }
        }
    }

    static List<Day> of(AskedBrief asked, List<Row> rows, int smallest) {
        Trend received = new Trend(rows, "received", "people");
        Trend closed = new Trend(rows, "closed", "closed_people");
        Set<LocalDate> ofReceived = received.withheld(asked.period(), smallest);
        Set<LocalDate> ofClosed = closed.withheld(asked.period(), smallest);
        return days(asked.trend())
                .map(day -> new Day(day, received.shown(day, ofReceived), closed.shown(day, ofClosed)))
                .toList();
    }

    private static Stream<LocalDate> days(Period period) {
        return period.from().datesUntil(period.to().plusDays(1));
    }

    private Set<LocalDate> withheld(Period summed, int smallest) {
        List<LocalDate> parts = days(summed).toList();
        people.put(
                ALL,
                parts.stream().mapToLong(day -> people.getOrDefault(day, 0L)).sum());
        return Withholding.of(people, List.of(new Sum<>(ALL, parts)), smallest);
    }

    private @Nullable Long shown(LocalDate day, Set<LocalDate> withheld) {
        return withheld.contains(day) ? null : many.getOrDefault(day, 0L);
    }
}
