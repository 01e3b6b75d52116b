package org.chuishao.analytics.warning.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.analytics.warning.window.Town.HERE;
import static org.chuishao.analytics.warning.window.Town.NEXT;
import static org.chuishao.analytics.warning.window.Town.NOON;
import static org.chuishao.analytics.warning.window.Town.THIRD;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.junit.jupiter.api.Test;

class WindowRulesTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final Gathered PLACE = new Gathered(Gathering.PLACE, "210102001|HEATING.NONE");
    private static final Gathered PERSON = new Gathered(Gathering.PERSON, "p|HEATING.NONE");
    private static final Gathered NETWORK = new Gathered(Gathering.NETWORK, "S-1");
    private static final Gathered COUNTY = new Gathered(Gathering.COUNTY, "210102|HEATING.NONE");

    private final Town town = new Town();

    @Test
    void five_people_of_a_community_within_a_day_are_a_cluster_and_four_are_not() {
        people(4, HERE, Duration.ofHours(6));
        town.add(HERE + "p0", NOON.plusSeconds(5), HERE);
        assertThat(judge(PLACE, town.seen().get(4))).isEmpty();

        Seen fifth = town.add("p4", NOON.plus(Duration.ofDays(1)), HERE);
        assertThat(judge(PLACE, fifth)).singleElement().satisfies(heat -> {
            assertThat(heat.rule()).isEqualTo(WarningRule.CLUSTER);
            assertThat(heat.level()).isEqualTo(WarningLevel.YELLOW);
            assertThat(heat.region()).isEqualTo(HERE);
            assertThat(heat.evidence()).hasSize(6);
        });
    }

    @Test
    void a_day_is_not_a_second_longer() {
        people(4, HERE, Duration.ZERO);
        Seen late = town.add("p4", NOON.plus(Duration.ofDays(1)).plusSeconds(1), HERE);
        assertThat(judge(PLACE, late)).isEmpty();
    }

    @Test
    void neighbours_in_another_community_do_not_make_it_one() {
        people(4, HERE, Duration.ZERO);
        assertThat(judge(PLACE, town.add("p9", NOON, NEXT))).isEmpty();
    }

    @Test
    void ten_in_three_days_are_orange_thirty_in_a_week_red() {
        people(10, HERE, Duration.ofHours(7));
        assertThat(judge(PLACE, town.seen().get(9))).extracting(Heat::level).containsExactly(WarningLevel.ORANGE);

        Town other = new Town();
        for (int i = 0; i < 30; i++) {
            other.add("p" + i, NOON.plus(Duration.ofHours(5).multipliedBy(i)), HERE);
        }
        assertThat(rules(Set.of()).judge(other.seen().get(29), PLACE, other))
                .extracting(Heat::level)
                .containsExactly(WarningLevel.RED);
    }

    @Test
    void three_communities_of_a_town_at_once_are_red() {
        people(5, HERE, Duration.ZERO);
        people(5, NEXT, Duration.ZERO);
        people(4, THIRD, Duration.ZERO);
        assertThat(judge(PLACE, town.seen().get(0))).extracting(Heat::level).containsExactly(WarningLevel.YELLOW);

        Seen last = town.add("last", NOON, THIRD);
        assertThat(judge(PLACE, last)).extracting(Heat::level).containsExactly(WarningLevel.RED);
    }

    @Test
    void whatever_came_last_the_window_is_found() {
        people(4, HERE, Duration.ofHours(1));
        Seen between = town.add("late on the log", NOON.plusSeconds(60), HERE);
        assertThat(judge(PLACE, between)).isNotEmpty();
    }

    @Test
    void three_people_on_one_network_within_half_an_hour() {
        town.add("a", NOON, HERE);
        town.add("a", NOON.plusSeconds(60), HERE);
        assertThat(judge(NETWORK, town.add("b", NOON.plusSeconds(1700), NEXT))).isEmpty();

        assertThat(judge(NETWORK, town.add("c", NOON.plusSeconds(1800), NEXT)))
                .singleElement()
                .satisfies(heat -> {
                    assertThat(heat.rule()).isEqualTo(WarningRule.FACILITY);
                    assertThat(heat.network()).isEqualTo("S-1");
                    assertThat(heat.region()).isEqualTo("210102001");
                });
    }

    @Test
    void one_person_three_times_in_a_month_and_again_after_it_was_solved() {
        town.add("p", NOON, HERE, NOON.plus(Duration.ofDays(2)));
        Seen second = town.add("p", NOON.plus(Duration.ofDays(17)), HERE);
        assertThat(judge(PERSON, second)).extracting(Heat::rule).containsExactly(WarningRule.QUALITY);

        Seen third = town.add("p", NOON.plus(Duration.ofDays(30)), HERE);
        assertThat(judge(PERSON, third)).extracting(Heat::rule).containsExactly(WarningRule.REPEAT);
        Seen late = town.add("p", NOON.plus(Duration.ofDays(60)), HERE);
        assertThat(judge(PERSON, late)).isEmpty();
    }

    @Test
    void that_it_was_solved_may_be_heard_after_the_next_complaint() {
        Seen first = town.add("p", NOON, HERE, NOON.plus(Duration.ofDays(2)));
        Seen second = town.add("p", NOON.plus(Duration.ofDays(3)), HERE);
        assertThat(judge(PERSON, first)).singleElement().satisfies(heat -> assertThat(heat.deciding())
                .isEqualTo(second));
    }

    @Test
    void more_than_such_days_have_is_an_anomaly() {
        for (int week = 1; week <= 8; week++) {
            town.count(TUESDAY.minusWeeks(week), week % 2 == 0 ? 4 : 6);
        }
        Seen one = town.add("p", NOON, HERE);
        // mean 5, chance alone makes the deviation 2.24: from 12 on
        town.count(TUESDAY, 11);
        assertThat(judge(COUNTY, one)).isEmpty();
        town.count(TUESDAY, 12);
        assertThat(judge(COUNTY, one)).extracting(Heat::level).containsExactly(WarningLevel.YELLOW);
        town.count(TUESDAY, 19);
        assertThat(judge(COUNTY, one)).extracting(Heat::level).containsExactly(WarningLevel.ORANGE);
    }

    @Test
    void holidays_are_neither_judged_nor_compared_with() {
        for (int week = 1; week <= 8; week++) {
            town.count(TUESDAY.minusWeeks(week), week == 1 ? 200 : 2);
        }
        town.count(TUESDAY, 30);
        Seen one = town.add("p", NOON, HERE);
        assertThat(judge(COUNTY, one)).isEmpty();
        assertThat(rules(Set.of(TUESDAY.minusWeeks(1))).judge(one, COUNTY, town))
                .isNotEmpty();
        assertThat(rules(Set.of(TUESDAY.minusWeeks(1), TUESDAY)).judge(one, COUNTY, town))
                .isEmpty();
    }

    @Test
    void without_four_such_days_nothing_is_said() {
        Seen one = town.add("p", NOON, HERE);
        town.count(TUESDAY, 100);
        town.since(TUESDAY.minusWeeks(3));
        assertThat(judge(COUNTY, one)).isEmpty();
        town.since(TUESDAY.minusWeeks(4));
        assertThat(judge(COUNTY, one)).isNotEmpty();
    }

    @Test
    void what_extreme_weather_brings_is_no_anomaly_and_no_measure() {
        for (int week = 1; week <= 8; week++) {
            town.count(TUESDAY.minusWeeks(week), week == 1 ? 90 : 5);
        }
        Seen one = town.add("p", NOON, HERE);
        town.count(TUESDAY, 20);
        assertThat(judge(COUNTY, one)).isEmpty();
        assertThat(weather(TUESDAY.minusWeeks(1)).judge(one, COUNTY, town)).isNotEmpty();
        assertThat(weather(TUESDAY).judge(one, COUNTY, town)).isEmpty();
    }

    private static Rules weather(LocalDate extreme) {
        return new Rules(Town.STEPS, new Days() {
            @Override
            public Optional<LocalDate> like(LocalDate day) {
                return Optional.of(day);
            }

            @Override
            public boolean isExtreme(LocalDate day, String place, String category) {
                return day.equals(extreme);
            }
        });
    }

    private void people(int many, String region, Duration apart) {
        for (int i = 0; i < many; i++) {
            town.add(region + "p" + i, NOON.plus(apart.multipliedBy(i)), region);
        }
    }

    private List<Heat> judge(Gathered gathered, Seen one) {
        return rules(Set.of()).judge(one, gathered, town);
    }

    private static Rules rules(Set<LocalDate> apart) {
        return new Rules(Town.STEPS, day -> apart.contains(day) ? Optional.empty() : Optional.of(day));
    }
}
