package org.chuishao.mesh.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.chuishao.mesh.calendar.Limit.Unit;
import org.junit.jupiter.api.Test;

/** What holds of every limit, whenever it starts. */
class LimitPropertiesTest {

    private static final int CASES = 20_000;
    private static final Instant FIRST = Beijing.at("2023-12-20 00:00");
    private static final int MINUTES = 60 * 24 * (365 * 3 + 120);

    /** Each run takes other cases; one is repeated by its seed. */
    private static final int SEED = Integer.getInteger("chuishao.seed", new Random().nextInt(1_000_000_000));

    private final WorkCalendar calendar = WorkCalendar.shipped();

    private record Case(Random chance, Instant start, Limit limit, StartRule rule) {

        Instant within(Instant from, Instant to) {
            return from.plusSeconds(
                    chance.nextLong(Math.max(1, Duration.between(from, to).toSeconds())));
        }
    }

    @Test
    void a_limit_ends_after_it_starts_and_its_yellow_light_goes_on_between() {
        always(it -> {
            Due due = due(it);
            assertThat(due.at()).isAfter(it.start());
            assertThat(calendar.approaching(it.start(), due, it.limit().unit()).at())
                    .isBetween(it.start(), due.at());
        });
    }

    @Test
    void what_starts_later_never_ends_earlier() {
        always(it -> {
            Instant later =
                    it.start().plusSeconds(it.chance().nextInt(it.chance().nextBoolean() ? 3_600 : 400_000));
            assertThat(calendar.due(later, it.limit(), it.rule()).at()).isAfterOrEqualTo(due(it).at());
        });
    }

    @Test
    void a_longer_limit_ends_later() {
        always(it -> {
            Limit longer = new Limit(
                    it.limit().unit(), it.limit().amount() + 1 + it.chance().nextInt(3));
            assertThat(calendar.due(it.start(), longer, it.rule()).at()).isAfter(due(it).at());
        });
    }

    @Test
    void a_clock_that_stopped_for_no_time_is_due_when_it_was() {
        always(it -> {
            Due due = due(it);
            Instant stop = it.within(it.start(), due.at());
            Remaining left = calendar.remaining(stop, due, it.limit().unit());
            assertThat(Remaining.parse(left.toString())).isEqualTo(left);
            assertThat(calendar.resume(stop, left).at()).isEqualTo(due.at());
        });
    }

    @Test
    void a_clock_that_stopped_for_long_has_as_much_left_as_before() {
        always(it -> {
            Due due = due(it);
            Instant stop = it.within(it.start(), due.at());
            Instant on = stop.plusSeconds(it.chance().nextInt(3_000_000));
            Remaining left = calendar.remaining(stop, due, it.limit().unit());
            Due later = calendar.resume(on, left);
            assertThat(later.at()).isAfterOrEqualTo(due.at()).isAfterOrEqualTo(on);
            assertThat(calendar.remaining(on, later, it.limit().unit()).left()).isEqualTo(left.left());
        });
    }

    @Test
    void only_working_time_in_a_year_that_is_not_loaded_is_provisional() {
        always(it -> {
            Due due = due(it);
            boolean touches = it.start().isBefore(Beijing.at("2024-01-01 00:00"))
                    || !due.at().isBefore(Beijing.at("2027-01-01 00:00"));
            assertThat(due.provisional()).isEqualTo(it.limit().unit().working() && touches);
        });
    }

    @Test
    void working_hours_are_as_many_minutes_as_a_plain_count_finds() {
        for (int seed = SEED; seed < SEED + CASES / 40; seed++) {
            Random chance = new Random(seed);
            LocalDateTime start =
                    LocalDate.parse("2026-02-01").atStartOfDay().plusMinutes(chance.nextInt(60 * 24 * 90));
            int hours = 1 + chance.nextInt(60);
            LocalDateTime end = start;
            for (int minutes = 0; minutes < hours * 60; end = end.plusMinutes(1)) {
                minutes += worked(end) ? 1 : 0;
            }
            Instant from = start.atZone(calendar.zone()).toInstant();
            assertThat(calendar.due(from, new Limit(Unit.WORKING_HOURS, hours), StartRule.AT_ONCE)
                            .at())
                    .as("seed %d: %d hours from %s", seed, hours, start)
                    .isEqualTo(end.atZone(calendar.zone()).toInstant());
        }
    }

    /** From the notice of 2026, February to May, written down again. */
    private static boolean worked(LocalDateTime minute) {
        int day = minute.getMonthValue() * 100 + minute.getDayOfMonth();
        boolean off = (day >= 215 && day <= 223) || (day >= 404 && day <= 406) || (day >= 501 && day <= 505);
        boolean weekend = minute.getDayOfWeek() == DayOfWeek.SATURDAY || minute.getDayOfWeek() == DayOfWeek.SUNDAY;
        LocalTime time = minute.toLocalTime();
        boolean morning = !time.isBefore(LocalTime.of(8, 30)) && time.isBefore(LocalTime.of(12, 0));
        boolean afternoon = !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(17, 30));
        return !off && (!weekend || Set.of(214, 228, 509).contains(day)) && (morning || afternoon);
    }

    private Due due(Case it) {
        return calendar.due(it.start(), it.limit(), it.rule());
    }

    private static void always(Consumer<Case> holds) {
        for (int seed = SEED; seed < SEED + CASES; seed++) {
            Case it = of(seed);
            try {
                holds.accept(it);
            } catch (AssertionError e) {
                throw new AssertionError("-Dchuishao.seed=" + seed + ": " + it, e);
            }
        }
    }

    private static Case of(int seed) {
        Random chance = new Random(seed);
        Unit unit = Unit.values()[chance.nextInt(Unit.values().length)];
        int most =
                switch (unit) {
                    case MINUTES -> 3_000;
                    case HOURS, WORKING_HOURS -> 100;
                    case NATURAL_DAYS, WORKING_DAYS -> 30;
                    case MONTHS -> 12;
                };
        Instant start = FIRST.plusSeconds(60L * chance.nextInt(MINUTES));
        // many on the hour: edges of working time are where it goes wrong
        Instant edge = start.minusSeconds(start.getEpochSecond() % 1_800);
        StartRule rule = StartRule.values()[chance.nextInt(2)];
        return new Case(chance, chance.nextBoolean() ? start : edge, new Limit(unit, 1 + chance.nextInt(most)), rule);
    }
}
