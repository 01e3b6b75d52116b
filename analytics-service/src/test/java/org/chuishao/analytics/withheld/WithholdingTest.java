package org.chuishao.analytics.withheld;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chuishao.analytics.withheld.Withholding.Sum;
import org.junit.jupiter.api.Test;

class WithholdingTest {

    private static final int FIVE = 5;

    @Test
    void beside_a_group_of_few_the_next_smallest_is_withheld() {
        assertThat(of(Map.of("all", 60L, "a", 3L, "b", 7L, "c", 50L))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void where_few_are_all_that_is_withheld_another_goes_with_them() {
        assertThat(of(Map.of("all", 53L, "a", 1L, "b", 2L, "c", 50L))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(of(Map.of("all", 56L, "a", 3L, "b", 3L, "c", 50L))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void where_there_is_no_other_the_sum_is_withheld() {
        assertThat(of(Map.of("all", 12L, "a", 3L, "b", 0L, "c", 9L))).containsExactlyInAnyOrder("a", "c");
        assertThat(of(Map.of("all", 3L, "a", 3L, "b", 0L, "c", 0L))).containsExactlyInAnyOrder("all", "a");
    }

    @Test
    void nothing_is_withheld_where_there_are_enough_or_none() {
        assertThat(of(Map.of("all", 15L, "a", 5L, "b", 10L, "c", 0L))).isEmpty();
    }

    @Test
    void a_cell_of_several_counts_is_withheld_for_any_that_is_small() {
        assertThat(of(Map.of("a", 5L, "b", 9L, "c", 0L), Map.of("a", 0L, "b", 5L)))
                .isEmpty();
        assertThat(of(Map.of("a", 50L, "b", 60L, "c", 70L), Map.of("a", 2L, "b", 1L, "c", 30L)))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(of(Map.of("a", 50L, "b", 60L, "c", 90L), Map.of("a", 2L, "b", 8L, "c", 6L)))
                .containsExactlyInAnyOrder("a", "b");
    }

    private static Set<String> of(Map<String, Long> persons, Map<String, Long> counted) {
        return Withholding.of(List.of(persons, counted), List.of(new Sum<>("all", List.of("a", "b", "c"))), FIVE);
    }

    @Test
    void small_groups_that_together_are_still_few_take_another_along() {
        assertThat(of(Map.of("a", 4L, "b", 20L, "c", 9L), Map.of())).containsExactlyInAnyOrder("a", "c");
        assertThat(of(Map.of("a", 1L, "b", 1L, "c", 9L), Map.of())).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(of(Map.of("a", 3L, "b", 3L, "c", 9L), Map.of())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void what_is_withheld_for_one_sum_does_not_lay_open_another() {
        Map<String, Long> persons =
                Map.of("all", 40L, "x", 20L, "y", 20L, "x1", 3L, "x2", 17L, "y1", 10L, "y2", 10L, "1", 13L, "2", 27L);
        List<Sum<String>> sums = List.of(
                new Sum<>("x", List.of("x1", "x2")),
                new Sum<>("y", List.of("y1", "y2")),
                new Sum<>("1", List.of("x1", "y1")),
                new Sum<>("2", List.of("x2", "y2")));

        assertThat(Withholding.of(persons, sums, FIVE)).containsExactlyInAnyOrder("x1", "x2", "y1", "y2");
    }

    @Test
    void no_table_leaves_one_alone_withheld_in_a_sum() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<String, Long> persons = new HashMap<>();
            List<String> parts = List.of("a", "b", "c", "d");
            parts.forEach(part -> persons.put(part, (long) random.nextInt(12)));
            persons.put("all", persons.values().stream().mapToLong(it -> it).sum());
            Set<String> withheld = Withholding.of(persons, List.of(new Sum<>("all", parts)), FIVE);

            long hidden = parts.stream()
                    .filter(withheld::contains)
                    .mapToLong(persons::get)
                    .sum();
            long many = parts.stream().filter(withheld::contains).count();
            assertThat(many == 0 || withheld.contains("all") || (many > 1 && hidden >= FIVE))
                    .as("seed %s: %s without %s", seed, persons, withheld)
                    .isTrue();
            assertThat(persons.entrySet())
                    .allMatch(it -> it.getValue() == 0 || it.getValue() >= FIVE || withheld.contains(it.getKey()));
        }
    }

    private static Set<String> of(Map<String, Long> persons) {
        return Withholding.of(persons, List.of(new Sum<>("all", List.of("a", "b", "c"))), FIVE);
    }
}
