package org.chuishao.analytics.withheld;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells of a table are withheld: those of too few persons, and beside each such a second one, so that it cannot be had
 * by subtracting the others from a sum that is published.
 */
public final class Withholding<K> {

    private final Map<K, Long> persons;
    private final List<Map<K, Long>> counts;
    private final int smallest;
    private final Set<K> withheld = new HashSet<>();

    private Withholding(List<Map<K, Long>> counts, int smallest) {
        this.persons = counts.get(0);
        this.counts = counts;
        this.smallest = smallest;
    }

    /** Cells of which one is the sum of the others. */
    public record Sum<K>(K total, List<K> parts) {}

    /**
     * @param persons behind each cell; of a cell that is not named nobody
     * @param smallest the smallest number of persons that is published; a cell of nobody tells of nobody
     */
    public static <K> Set<K> of(Map<K, Long> persons, Collection<Sum<K>> sums, int smallest) {
        return of(List.of(persons), sums, smallest);
    }

    /**
     * The same of cells that each tell several counts of persons, such as those asked and those who agreed: one that is small
     * is enough.
     *
     * @param counts persons behind each cell, by each count; the first says which cell is the next smallest
     */
    public static <K> Set<K> of(List<Map<K, Long>> counts, Collection<Sum<K>> sums, int smallest) {
        Withholding<K> all = new Withholding<>(counts, smallest);
        counts.forEach(one -> one.forEach((cell, many) -> {
            if (all.isFew(many)) {
                all.withheld.add(cell);
            }
        }));
        // what is withheld for one sum may lay open another
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum<K> sum : sums) {
                changed |= all.withholdBeside(sum);
            }
        }
        return Set.copyOf(all.withheld);
    }

    private boolean withholdBeside(Sum<K> sum) {
        boolean changed = false;
        while (isOpen(sum)) {
            withheld.add(nextSmallest(sum).orElse(sum.total()));
            changed = true;
        }
        return changed;
    }

    /** Whether what is withheld, or few persons in all, could be had from the rest. */
    private boolean isOpen(Sum<K> sum) {
        Set<K> hidden = sum.parts().stream().filter(withheld::contains).collect(Collectors.toSet());
        if (withheld.contains(sum.total())) {
            return hidden.isEmpty() && sum.parts().stream().anyMatch(part -> many(part) > 0);
        }
        return !hidden.isEmpty() && (hidden.size() == 1 || counts.stream().anyMatch(one -> isFew(sum(hidden, one))));
    }

    private Optional<K> nextSmallest(Sum<K> sum) {
        return sum.parts().stream()
                .filter(part -> !withheld.contains(part) && many(part) > 0)
                .min(Comparator.comparingLong(this::many));
    }

    private long sum(Set<K> cells, Map<K, Long> count) {
        return cells.stream().mapToLong(cell -> count.getOrDefault(cell, 0L)).sum();
    }

    private boolean isFew(long many) {
        return many > 0 && many < smallest;
    }

    private long many(K cell) {
        return persons.getOrDefault(cell, 0L);
    }
}
