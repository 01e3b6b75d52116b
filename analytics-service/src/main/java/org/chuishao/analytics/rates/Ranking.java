package org.chuishao.analytics.rates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.analytics.rates.Figure.Better;

/** Ranks those that can be compared: of one tier, and with enough cases. Equal shares have equal ranks. */
record Ranking(Better better, int smallest) {

    /** One that may be ranked; {@code tier} is the class of unit that it is compared within. */
    record Entry(String key, String tier, Rate rate) {}

    /** By key; who has too few cases has no rank. */
    Map<String, Integer> of(List<Entry> entries) {
        Map<String, List<Entry>> tiers = new HashMap<>();
        if (better != Better.NEITHER) {
            entries.stream()
                    .filter(entry -> entry.rate().denominator() >= smallest)
                    .forEach(entry -> tiers.computeIfAbsent(entry.tier(), tier -> new ArrayList<>())
                            .add(entry));
        }
        Map<String, Integer> ranks = new HashMap<>();
        tiers.values().forEach(tier -> rank(tier, ranks));
        return ranks;
    }

    private void rank(List<Entry> tier, Map<String, Integer> ranks) {
        Comparator<Entry> byShare = (one, other) -> one.rate().compareShare(other.rate());
        tier.sort(better == Better.HIGH ? byShare.reversed() : byShare);
        int rank = 0;
        Entry before = null;
        for (int place = 1; place <= tier.size(); place++) {
            Entry entry = tier.get(place - 1);
            rank = before != null && byShare.compare(before, entry) == 0 ? rank : place;
            ranks.put(entry.key(), rank);
            before = entry;
        }
    }
}
