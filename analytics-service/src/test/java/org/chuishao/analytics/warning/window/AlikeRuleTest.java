package org.chuishao.analytics.warning.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.analytics.warning.window.Town.HERE;
import static org.chuishao.analytics.warning.window.Town.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.mesh.event.Meaning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlikeRuleTest {

    private static final String COLD = "HEATING_OFF";
    private static final String SERVICE = "HEATING_SERVICE";
    private static final Gathered COMMUNITY = new Gathered(Gathering.MEANING, HERE);

    private final List<Seen> all = new ArrayList<>();
    private final Rules rules = new Rules(Town.STEPS, Optional::of, 0.65);

    @Test
    void five_people_about_one_matter_are_a_cluster_though_it_was_filed_as_two() {
        people(3, COLD);
        people(2, SERVICE);

        assertThat(judgeLast()).singleElement().satisfies(heat -> {
            assertThat(heat.rule()).isEqualTo(WarningRule.CLUSTER);
            assertThat(heat.level()).isEqualTo(WarningLevel.YELLOW);
            assertThat(heat.category()).isEqualTo(COLD);
            assertThat(heat.scope()).isEqualTo(HERE + "|" + COLD);
            assertThat(heat.region()).isEqualTo(HERE);
            assertThat(heat.evidence()).hasSize(5);
            assertThat(heat.gatheredFrom()).containsExactly(COLD, SERVICE);
        });
    }

    @Test
    void whichever_came_last_it_is_the_same_cluster() {
        people(3, COLD);
        people(2, SERVICE);
        for (Seen one : all) {
            assertThat(judge(one)).extracting(Heat::scope).containsExactly(HERE + "|" + COLD);
        }
    }

    @Test
    void another_matter_does_not_count() {
        people(3, COLD);
        add("noisy 1", NOON, "NOISE", Meant.noise(1));
        add("noisy 2", NOON, "NOISE", Meant.noise(2));
        assertThat(judgeLast()).isEmpty();
        assertThat(judge(all.get(0))).isEmpty();
    }

    @Test
    void one_person_counts_once_whatever_the_complaints_were_filed_as() {
        people(3, COLD);
        add("p " + COLD + 0, NOON, SERVICE, Meant.cold(7));
        add("p " + COLD + 1, NOON, SERVICE, Meant.cold(8));
        assertThat(judgeLast()).isEmpty();
    }

    @Test
    void what_one_category_fills_is_found_by_the_category() {
        people(6, COLD);
        assertThat(judgeLast()).isEmpty();
    }

    @Test
    void the_time_of_the_step_holds_here_too() {
        people(3, COLD);
        add("late 1", NOON.plus(Duration.ofDays(2)), SERVICE, Meant.cold(7));
        add("late 2", NOON.plus(Duration.ofDays(2)), SERVICE, Meant.cold(8));
        assertThat(judgeLast()).isEmpty();
    }

    @Test
    void those_that_no_model_has_read_or_another_one_are_like_nothing() {
        people(3, COLD);
        add("unread", NOON, SERVICE, null);
        add("by another", NOON, SERVICE, Meaning.of(new byte[] {9, 9, 9}, new byte[64]));
        assertThat(judgeLast()).isEmpty();
        assertThat(judge(all.get(3))).isEmpty();
    }

    @Test
    void where_the_category_of_most_is_not_warned_of_this_is_not_either() {
        Rules quiet = new Rules(
                (rule, region, category) -> category.equals(COLD)
                        ? List.of(new Step(WarningLevel.YELLOW, 100, Duration.ofDays(1)))
                        : Town.STEPS.steps(rule, region, category),
                Optional::of,
                0.65);
        people(3, COLD);
        people(2, SERVICE);
        assertThat(quiet.judge(all.get(4), COMMUNITY, new Around(all))).isEmpty();
    }

    @Test
    void above_one_the_category_alone_decides() {
        people(3, COLD);
        people(2, SERVICE);
        assertThat(new Rules(Town.STEPS, Optional::of, 1.01).judge(all.get(4), COMMUNITY, new Around(all)))
                .isEmpty();
    }

    private void people(int many, String category) {
        for (int i = 0; i < many; i++) {
            add("p " + category + i, NOON.plusSeconds(60L * all.size()), category, Meant.cold(i));
        }
    }

    private void add(String who, Instant at, String category, @Nullable Meaning meaning) {
        all.add(new Seen(new UUID(1, all.size()), at, who, HERE, category, null, meaning));
    }

    private List<Heat> judgeLast() {
        return judge(all.get(all.size() - 1));
    }

    private List<Heat> judge(Seen one) {
        return rules.judge(one, COMMUNITY, new Around(all));
    }

    private record Around(List<Seen> seen) implements Near {

        @Override
        public int count(LocalDate day) {
            return 0;
        }

        @Override
        public LocalDate since() {
            return LocalDate.EPOCH;
        }
    }
}
