package org.chuishao.analytics.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.chuishao.analytics.rates.Figure.Better;
import org.chuishao.analytics.rates.Ranking.Entry;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final int SMALLEST = 30;

    @Test
    void equal_shares_have_equal_ranks_and_the_next_comes_behind_all_of_them() {
        Map<String, Integer> ranks = new Ranking(Better.HIGH, SMALLEST)
                .of(List.of(town("a", 40, 80), town("b", 30, 40), town("c", 15, 30), town("d", 9, 90)));

        assertThat(ranks).isEqualTo(Map.of("b", 1, "a", 2, "c", 2, "d", 4));
    }

    @Test
    void who_has_fewer_than_thirty_cases_has_no_rank() {
        Map<String, Integer> ranks =
                new Ranking(Better.HIGH, SMALLEST).of(List.of(town("a", 29, 29), town("b", 10, 30)));

        assertThat(ranks).isEqualTo(Map.of("b", 1));
    }

    @Test
    void a_company_is_not_compared_with_a_town() {
        Entry company = new Entry("c", "company", rate(1, 100));
        Map<String, Integer> ranks = new Ranking(Better.LOW, SMALLEST).of(List.of(company, town("a", 50, 100)));

        assertThat(ranks).isEqualTo(Map.of("a", 1, "c", 1));
    }

    @Test
    void the_fewest_come_first_where_few_are_better() {
        Map<String, Integer> ranks =
                new Ranking(Better.LOW, SMALLEST).of(List.of(town("a", 50, 100), town("b", 2, 100)));

        assertThat(ranks).isEqualTo(Map.of("b", 1, "a", 2));
    }

    @Test
    void where_none_is_better_there_is_no_rank() {
        assertThat(new Ranking(Better.NEITHER, SMALLEST).of(List.of(town("a", 50, 100))))
                .isEmpty();
    }

    @Test
    void few_persons_are_told_by_either_count() {
        assertThat(new Rate(BigDecimal.ONE, 10, 0, 4, 0).tellsOfFew(5)).isTrue();
        assertThat(new Rate(BigDecimal.ONE, 10, 0, 9, 1).tellsOfFew(5)).isTrue();
        assertThat(new Rate(BigDecimal.ZERO, 10, 0, 9, 0).tellsOfFew(5)).isFalse();
        assertThat(new Rate(BigDecimal.TEN, 10, 0, 5, 5).tellsOfFew(5)).isFalse();
    }

    private static Entry town(String key, int numerator, int denominator) {
        return new Entry(key, "town", rate(numerator, denominator));
    }

    private static Rate rate(int numerator, int denominator) {
        return new Rate(BigDecimal.valueOf(numerator), denominator, 0, 0, 0);
    }
}
