package org.chuishao.analytics.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Gathering;
import org.chuishao.analytics.warning.window.Seen;
import org.chuishao.analytics.warning.window.Step;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant BEGIN = Instant.parse("2026-10-31T16:00:00Z");
    private static final Span NOVEMBER = new Span(BEGIN, BEGIN.plus(Duration.ofDays(30)));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String COLD = "HEATING_OFF";

    private final List<Seen> came = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();

    @Test
    void what_is_right_wrong_and_unjudged_is_told_apart() {
        judged("incident", true, cluster("214701001001", 1, 6));
        judged("none", false, cluster("214701001002", 2, 5));
        cluster("214701001003", 3, 5);
        cluster("214701001004", 4, 4);

        Scored scored = run(List.of()).scored(30).get(0);

        assertThat(scored.raised()).isEqualTo(3);
        assertThat(scored.right()).isEqualTo(1);
        assertThat(scored.wrong()).isEqualTo(1);
        assertThat(scored.unjudged()).isEqualTo(1);
        assertThat(scored.precision().value()).isEqualByComparingTo("0.5");
        assertThat(scored.recall().numerator()).isEqualTo(1);
        assertThat(scored.recall().denominator()).isEqualTo(1);
        assertThat(scored.perDay()).isEqualByComparingTo("0.1");
    }

    @Test
    void a_higher_threshold_misses_the_smaller_incident_and_a_lower_one_warns_earlier() {
        judged("small", true, cluster("214701001001", 1, 5));
        judged("large", true, cluster("214701001002", 2, 12));

        List<Scored> scored = run(List.of(3, 8)).scored(30);

        assertThat(scored).extracting(Scored::tried).containsExactly(null, 3, 8);
        assertThat(scored).extracting(it -> it.recall().numerator()).containsExactly(2, 2, 1);
        // complaints come an hour apart: the tenth five hours after the fifth, seven after the third, two after the
        // eighth
        assertThat(scored)
                .extracting(it -> it.beforeTenthComplaint().medianMinutes())
                .containsExactly(300.0, 420.0, 120.0);
        assertThat(scored)
                .extracting(it -> it.beforeTenthComplaint().incidents())
                .containsOnly(1);
    }

    @Test
    void one_that_goes_on_is_raised_once_and_after_silence_again() {
        cluster("214701001001", 1, 9);
        cluster("214701001001", 20, 5);

        Replay replay = run(List.of());

        assertThat(replay.scored(30).get(0).raised()).isEqualTo(2);
        assertThat(replay.listed()).extracting(Raised::complaints).containsExactly(9, 5);
    }

    @Test
    void what_began_before_the_days_is_counted_in_no_share_but_has_warned_of_the_incident() {
        judged("incident", true, cluster("214701001001", -1, 6));
        Judged known = judged.remove(0);
        judged.add(new Judged(known.warning(), true, BEGIN.plusSeconds(60), null, null, known.tickets()));

        Scored scored = run(List.of()).scored(30).get(0);

        assertThat(scored.raised()).isZero();
        assertThat(scored.precision().value()).isNull();
        assertThat(scored.recall().numerator()).isEqualTo(1);
    }

    @Test
    void a_rule_about_one_person_names_neither_his_place_nor_his_tickets() {
        Gathered person = new Gathered(Gathering.PERSON, "p|" + COLD);
        List<Step> steps = List.of(new Step(WarningLevel.YELLOW, 3, Duration.ofDays(30)));
        Replay replay = replay(WarningRule.REPEAT, steps, List.of());
        for (int i = 0; i < 3; i++) {
            replay.take(person, seen("p", "214701001001", BEGIN.plus(Duration.ofDays(i))));
        }

        assertThat(replay.listed()).singleElement().satisfies(raised -> {
            assertThat(raised.region()).isEqualTo("214701");
            assertThat(raised.complaints()).isEqualTo(3);
            assertThat(raised.tickets()).isEmpty();
        });
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(Lead.of(List.of(60L, -120L)).medianMinutes()).isEqualTo(-0.5);
        assertThat(Lead.of(List.of(600L, 60L, 120L)).medianMinutes()).isEqualTo(2.0);
        assertThat(Lead.of(List.of()).medianMinutes()).isNull();
    }

    private Replay run(List<Integer> counts) {
        List<Step> steps = List.of(new Step(WarningLevel.YELLOW, 5, Duration.ofDays(1)));
        Replay replay = replay(WarningRule.CLUSTER, steps, counts);
        came.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .forEach(seen -> replay.take(new Gathered(Gathering.PLACE, "214701001|" + COLD), seen));
        return replay;
    }

    private Replay replay(WarningRule rule, List<Step> steps, List<Integer> counts) {
        Variation asItStands = Variation.of(rule, Variation.everywhere(steps));
        List<Variation> all = new ArrayList<>(List.of(asItStands));
        counts.forEach(count -> all.add(asItStands.trying(count)));
        return new Replay(
                rule,
                all,
                day -> Optional.of(day),
                Duration.ofHours(72),
                LocalDate.EPOCH,
                new Truth(judged),
                NOVEMBER,
                10);
    }

    private List<Seen> cluster(String region, int day, int people) {
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Instant at = BEGIN.plus(Duration.ofDays(day)).plus(HOUR.multipliedBy(i));
            all.add(seen(region + day + "p" + i, region, at));
        }
        came.addAll(all);
        return all;
    }

    private Seen seen(String who, String region, Instant at) {
        return new Seen(new UUID(1, came.size() + at.toEpochMilli()), at, who, region, COLD, null);
    }

    private void judged(String name, boolean confirmed, List<Seen> of) {
        judged.add(new Judged(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                confirmed,
                of.get(4).at(),
                of.get(4).at().plus(HOUR),
                of.size() < 10 ? null : of.get(9).at(),
                of.stream().map(Seen::ticket).toList()));
    }
}
