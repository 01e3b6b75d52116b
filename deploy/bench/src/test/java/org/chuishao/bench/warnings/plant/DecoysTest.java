package org.chuishao.bench.warnings.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;
import org.chuishao.bench.warnings.world.Period;
import org.junit.jupiter.api.Test;

/** Decoys stay what they say, whatever the seed. */
class DecoysTest {

    private static final List<Story> STORIES = List.of(Stories.of(1), Stories.of(2), Stories.of(3));

    private final Period period = new Period();

    @Test
    void one_person_who_calls_about_everything_is_one_person_and_never_calls_about_the_same() {
        each("one person, many calls", decoy -> {
            assertThat(distinct(decoy, Complaint::phone)).isEqualTo(1);
            assertThat(decoy.complaints().stream().map(Complaint::category)).doesNotHaveDuplicates();
        });
    }

    @Test
    void of_many_matters_none_is_heard_twice() {
        each("one community, many matters", decoy -> assertThat(
                        decoy.complaints().stream().map(Complaint::category))
                .doesNotHaveDuplicates());
    }

    @Test
    void a_few_are_four_at_most_however_often_they_call() {
        for (String name : List.of("a few neighbours", "a few, each twice")) {
            each(name, decoy -> assertThat(distinct(decoy, Complaint::phone)).isBetween(3L, 4L));
        }
    }

    @Test
    void what_drips_over_weeks_lets_three_days_pass_each_time() {
        each("many over weeks", decoy -> {
            assertThat(decoy.complaints()).hasSizeGreaterThan(8);
            assertThat(shortestGap(decoy)).isGreaterThan(Duration.ofDays(3));
        });
    }

    @Test
    void what_is_taken_back_is_taken_back_before_the_next_one_calls() {
        each("taken back", decoy -> {
            assertThat(decoy.complaints()).allMatch(complaint -> EnumSet.of(Course.WITHDRAWN, Course.WITHDRAWN_AT_ONCE)
                    .contains(complaint.course()));
            assertThat(shortestGap(decoy)).isGreaterThan(Duration.ofMinutes(20));
        });
    }

    @Test
    void on_a_network_two_call_and_then_nobody_for_two_days() {
        each("two on a network", decoy -> {
            assertThat(decoy.complaints()).hasSize(4);
            assertThat(Duration.between(
                            decoy.complaints().get(1).at(),
                            decoy.complaints().get(2).at()))
                    .isGreaterThan(Duration.ofDays(1));
        });
    }

    @Test
    void another_service_is_none_that_the_network_gives() {
        for (Story story : STORIES) {
            List<String> lines = story.networks().stream().map(Network::line).toList();
            assertThat(named(story, "another service's matter on a network"))
                    .isNotEmpty()
                    .allSatisfy(decoy -> assertThat(decoy.complaints())
                            .noneMatch(complaint -> lines.contains(Network.lineOf(complaint.category()))));
        }
    }

    @Test
    void a_busy_county_is_busy_on_working_mondays_and_much_alike_on_each() {
        each("a busy county's usual Monday", decoy -> {
            assertThat(days(decoy)).allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY && period.working(day));
            assertThat(days(decoy).stream()
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                            .values())
                    .hasSize(11)
                    .allMatch(many -> many >= 9 && many <= 13);
        });
    }

    @Test
    void a_holidays_wave_is_over_with_it() {
        each("a holiday's usual wave", decoy -> assertThat(days(decoy)).allMatch(period::holiday));
    }

    @Test
    void who_comes_again_long_after_comes_weeks_after_it_was_solved() {
        each("solved, and again long after", decoy -> {
            Complaint first = decoy.complaints().get(0);
            assertThat(first.course()).isEqualTo(Course.SOLVED);
            assertThat(decoy.complaints().get(1).at()).isAfter(first.over().plus(Duration.ofDays(21)));
        });
    }

    private static void each(String name, Consumer<Planted> assertion) {
        for (Story story : STORIES) {
            assertThat(named(story, name)).isNotEmpty().allSatisfy(assertion);
        }
    }

    private static List<Planted> named(Story story, String name) {
        return story.planted().stream()
                .filter(one -> !one.incident() && one.name().equals(name))
                .toList();
    }

    private static long distinct(Planted decoy, Function<Complaint, String> of) {
        return decoy.complaints().stream().map(of).distinct().count();
    }

    private static List<LocalDate> days(Planted decoy) {
        return decoy.complaints().stream()
                .map(complaint -> complaint.at().atZone(Period.CHINA).toLocalDate())
                .toList();
    }

    private static Duration shortestGap(Planted decoy) {
        Duration shortest = Duration.ofDays(365);
        for (int i = 1; i < decoy.complaints().size(); i++) {
            Duration gap = Duration.between(
                    decoy.complaints().get(i - 1).at(),
                    decoy.complaints().get(i).at());
            shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        return shortest;
    }
}
