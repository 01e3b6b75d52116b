package org.chuishao.analytics.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithholdingTest {

    private final Withholding withholding = new Withholding(5);

    @Test
    void nothing_is_withheld_where_every_group_has_enough_or_nobody() {
        assertThat(withholding.of(Map.of("a", rate(5, 0), "b", rate(9, 5), "c", rate(0, 0))))
                .isEmpty();
    }

    @Test
    void one_small_group_takes_the_next_smallest_along_so_that_the_total_does_not_give_it_away() {
        assertThat(withholding.of(Map.of("a", rate(4, 0), "b", rate(20, 0), "c", rate(9, 0))))
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void small_groups_that_together_are_still_few_take_another_along() {
        assertThat(withholding.of(Map.of("a", rate(1, 0), "b", rate(1, 0), "c", rate(9, 0))))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(withholding.of(Map.of("a", rate(3, 0), "b", rate(3, 0), "c", rate(9, 0))))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void few_behind_the_numerator_count_like_few_behind_the_whole() {
        assertThat(withholding.of(Map.of("a", rate(50, 2), "b", rate(60, 1), "c", rate(70, 30))))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    private static Rate rate(long persons, long counted) {
        return new Rate(BigDecimal.valueOf(counted), persons, 0, persons, counted);
    }
}
