package org.chuishao.analytics.rates;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups of one answer are withheld: those that tell of few persons, and as many of the next smallest as it takes so
 * that what the others leave of the total tells of no few either.
 *
 * @param smallest so many persons may be published
 */
record Withholding(int smallest) {

    /** @param groups the parts of one total, by key */
    Set<String> of(Map<String, Rate> groups) {
        Set<String> withheld = new HashSet<>();
        groups.forEach((key, rate) -> {
            if (rate.tellsOfFew(smallest)) {
                withheld.add(key);
            }
        });
        if (!withheld.isEmpty()) {
            Iterator<String> next = smallestFirst(groups, withheld).iterator();
            while (next.hasNext() && canBeSubtracted(rates(groups, withheld))) {
                withheld.add(next.next());
            }
        }
        return withheld;
    }

    private static List<String> smallestFirst(Map<String, Rate> groups, Set<String> withheld) {
        return groups.entrySet().stream()
                .filter(group -> !withheld.contains(group.getKey()))
                .filter(group -> group.getValue().persons() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, Rate> group) ->
                                group.getValue().persons())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Rate> rates(Map<String, Rate> groups, Set<String> keys) {
        return keys.stream().map(groups::get).toList();
    }

    private boolean canBeSubtracted(Collection<Rate> withheld) {
        long persons = withheld.stream().mapToLong(Rate::persons).sum();
        long counted = withheld.stream().mapToLong(Rate::counted).sum();
        return withheld.size() == 1 || persons < smallest || (counted > 0 && counted < smallest);
    }
}
