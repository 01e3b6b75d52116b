package org.chuishao.analytics.keyview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chuishao.analytics.keyview.UnitView.Item;

/** Ranks units among their like by complaints per household. Equal shares have equal ranks. */
final class UnitRanks {

    private UnitRanks() {}

    /** @param smallest number of complaints that is ranked: of fewer the difference is chance */
    static List<Item> ranked(List<Item> items, int smallest) {
        Map<String, List<Item>> alike = new HashMap<>();
        items.stream()
                .filter(item ->
                        item.perThousand() != null && item.complaints() != null && item.complaints() >= smallest)
                .forEach(item -> alike.computeIfAbsent(String.valueOf(item.line()), line -> new ArrayList<>())
                        .add(item));
        Map<String, Integer> places = new HashMap<>();
        alike.values().forEach(some -> place(some, places));
        return items.stream()
                .map(item -> {
                    Integer place = places.get(item.unit());
                    return place == null ? item : item.ranked(place);
                })
                .toList();
    }

    private static void place(List<Item> alike, Map<String, Integer> places) {
        alike.sort(UnitRanks::byShare);
        for (int i = 0; i < alike.size(); i++) {
            Item item = alike.get(i);
            boolean equal = i > 0 && byShare(alike.get(i - 1), item) == 0;
            places.put(
                    item.unit(),
                    equal ? Objects.requireNonNull(places.get(alike.get(i - 1).unit())) : Integer.valueOf(i + 1));
        }
    }

    /** Exactly, which two digits may not tell apart. */
    private static int byShare(Item one, Item other) {
        return Long.compare(complaints(one) * households(other), complaints(other) * households(one));
    }

    private static long complaints(Item item) {
        return Objects.requireNonNull(item.complaints());
    }

    private static long households(Item item) {
        return Objects.requireNonNull(item.households()).households();
    }
}
