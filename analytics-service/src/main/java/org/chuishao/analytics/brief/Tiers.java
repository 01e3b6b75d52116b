package org.chuishao.analytics.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chuishao.analytics.brief.Brief.Tier;
import org.chuishao.analytics.rates.RateItem;

/** The best and the worst of each class of units, as far as they have cases enough to be ranked. */
final class Tiers {

    private static final int MOST = 3;

    private Tiers() {}

    static List<Tier> of(List<RateItem> units) {
        Map<String, List<RateItem>> alike = new TreeMap<>();
        for (RateItem unit : units) {
            String tier = unit.tier();
            if (tier != null && unit.rank() != null) {
                alike.computeIfAbsent(tier, it -> new ArrayList<>()).add(unit);
            }
        }
        List<Tier> tiers = new ArrayList<>();
        alike.forEach((tier, ranked) -> tiers.add(of(tier, ranked)));
        return tiers;
    }

    /** Nobody is among the best and the worst at once, and one alone is neither. */
    private static Tier of(String tier, List<RateItem> ranked) {
        ranked.sort(Comparator.comparing((RateItem unit) -> Objects.requireNonNull(unit.rank()))
                .thenComparing(RateItem::key));
        int each = Math.min(MOST, ranked.size() / 2);
        List<RateItem> worst = new ArrayList<>(ranked.subList(ranked.size() - each, ranked.size()));
        Collections.reverse(worst);
        return new Tier(tier, ranked.size(), List.copyOf(ranked.subList(0, each)), List.copyOf(worst));
    }
}
