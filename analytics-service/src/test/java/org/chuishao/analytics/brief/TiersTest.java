package org.chuishao.analytics.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.analytics.rates.RateItem;
import org.junit.jupiter.api.Test;

class TiersTest {

    @Test
    void three_of_each_end_are_named_and_nobody_twice() {
        List<RateItem> units = new ArrayList<>();
        for (int rank = 1; rank <= 8; rank++) {
            units.add(unit("C" + rank, "company", rank));
        }
        units.add(unit("small", "company", null));
        units.add(unit("T1", "town", 1));
        units.add(unit("T2", "town", 2));
        units.add(unit("T3", "town", 3));

        assertThat(Tiers.of(units))
                .satisfiesExactly(
                        companies -> {
                            assertThat(companies.ranked()).isEqualTo(8);
                            assertThat(companies.best())
                                    .extracting(RateItem::key)
                                    .containsExactly("C1", "C2", "C3");
                            assertThat(companies.worst())
                                    .extracting(RateItem::key)
                                    .containsExactly("C8", "C7", "C6");
                        },
                        towns -> {
                            assertThat(towns.best()).extracting(RateItem::key).containsExactly("T1");
                            assertThat(towns.worst()).extracting(RateItem::key).containsExactly("T3");
                        });
    }

    @Test
    void one_alone_is_neither() {
        assertThat(Tiers.of(List.of(unit("C1", "company", 1)))).singleElement().satisfies(tier -> {
            assertThat(tier.best()).isEmpty();
            assertThat(tier.worst()).isEmpty();
        });
    }

    private static RateItem unit(String key, String tier, Integer rank) {
        return new RateItem(
                key, key, tier, BigDecimal.ONE, 40L, 0L, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, rank, false);
    }
}
