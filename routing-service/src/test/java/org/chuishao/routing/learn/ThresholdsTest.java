package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void nothing_is_done_by_itself_before_three_hundred_are_confirmed() {
        add("A", 0.99, 299, 0);
        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("A")).isEqualTo(Thresholds.NEVER);

        add("A", 0.99, 1, 0);
        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("A")).isEqualTo(0.99);
    }

    @Test
    void the_threshold_is_the_lowest_above_which_enough_is_right_in_the_worst_case() {
        add("A", 0.9, 300, 3);
        add("A", 0.8, 100, 2);
        add("A", 0.7, 100, 30);

        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("A")).isEqualTo(0.8);
    }

    @Test
    void what_the_older_said_of_the_younger_has_to_be_right_too() {
        add("A", 0.9, 400, 0);
        add("A", 0.8, 400, 4);
        List<Outcome> later = new ArrayList<>(outcomes.subList(0, 50));
        for (int i = 0; i < 50; i++) {
            later.add(new Outcome("A", 0.8, i % 2 == 0));
        }

        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("A")).isEqualTo(0.8);
        assertThat(Thresholds.of(outcomes, later, 0.95).of("A")).isEqualTo(0.9);
        assertThat(Thresholds.of(outcomes, List.of(), 0.95).of("A")).isEqualTo(Thresholds.NEVER);
    }

    @Test
    void a_label_that_is_often_wrong_is_left_to_people_though_all_together_are_right_enough() {
        add("A", 0.9, 600, 0);
        add("B", 0.9, 30, 5);

        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("A")).isEqualTo(0.9);
        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("B")).isEqualTo(Thresholds.NEVER);
    }

    @Test
    void a_label_of_which_little_is_confirmed_is_left_to_people() {
        add("A", 0.9, 600, 0);
        add("B", 0.95, 19, 0);

        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("B")).isEqualTo(Thresholds.NEVER);
        assertThat(Thresholds.of(outcomes, outcomes, 0.95).of("never seen")).isEqualTo(Thresholds.NEVER);
    }

    @Test
    void answers_of_one_confidence_stand_or_fall_together() {
        add("A", 0.9, 20, 0);
        add("A", 0.8, 20, 20);

        assertThat(Thresholds.lowest(outcomes, 0.9, Wilson.NONE, 1)).isEqualTo(0.9);
    }

    @Test
    void wilsons_lower_end_is_the_known_one() {
        assertThat(Wilson.lower(95, 100, Wilson.USUAL)).isCloseTo(0.888, offset(0.001));
        assertThat(Wilson.lower(0, 0, Wilson.USUAL)).isZero();
    }

    private void add(String label, double confidence, int right, int wrong) {
        for (int i = 0; i < right + wrong; i++) {
            outcomes.add(new Outcome(label, confidence, i >= wrong));
        }
    }
}
