package org.chuishao.analytics.keyview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chuishao.analytics.keyview.UnitView.Item;
import org.junit.jupiter.api.Test;

class UnitRanksTest {

    @Test
    void units_of_a_line_are_ranked_by_complaints_per_household_from_thirty_complaints_on() {
        List<Item> items = List.of(
                unit("A", "HEATING", 60, 10_000),
                unit("B", "HEATING", 30, 10_000),
                unit("C", "HEATING", 3, 10_000),
                unit("D", "PROPERTY", 90, 1_000),
                unit("E", "HEATING", 120, 20_000));

        assertThat(UnitRanks.ranked(items, 30)).extracting(Item::rank).containsExactly(2, 1, null, 1, 2);
    }

    @Test
    void a_rate_has_an_interval_as_long_as_there_are_more_households_than_complaints() {
        assertThat(PerThousand.of(50, 10_000).value()).isEqualByComparingTo("5.00");
        assertThat(PerThousand.of(50, 10_000).lower())
                .isLessThan(PerThousand.of(50, 10_000).value());
        assertThat(PerThousand.of(50, 40).value()).isEqualByComparingTo("1250.00");
        assertThat(PerThousand.of(50, 40).lower()).isNull();
    }

    private static Item unit(String id, String line, long complaints, int households) {
        return new Item(
                id,
                id,
                line,
                complaints,
                false,
                new Households(households, 2026, "yearbook"),
                PerThousand.of(complaints, households),
                null,
                null,
                null);
    }
}
