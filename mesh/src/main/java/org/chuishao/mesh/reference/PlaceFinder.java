package org.chuishao.mesh.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.reference.PlaceMatcher.Bearer;
import org.chuishao.mesh.reference.PlaceMatcher.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in a free text by the names of all regions. A name may be borne by many regions, so each is weighed
 * together with the ancestors that the text names too; between equals the answer goes up to what holds them all. Safe
 * for use by many threads.
 */
public final class PlaceFinder {

    private final RegionTree tree;
    private final PlaceMatcher matcher;

    /** @param regions those of levels 1 to 5 are used */
    public PlaceFinder(Collection<Region> regions) {
        tree = new RegionTree(regions);
        matcher = new PlaceMatcher(tree);
    }

    /**
     * @param within the code of a region that the place must lie in, or null
     * @return empty if the text names no place, or only places that have nothing smaller than the province in common
     */
    public Optional<Found> find(String text, @Nullable String within) {
        List<Hit> hits = matcher.hits(text);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Integer> weights = weights(hits);
        List<Integer> best = best(weights, within == null ? "" : within);
        if (best.isEmpty()) {
            return Optional.empty();
        }
        int place = best.get(0);
        for (int other : best) {
            place = tree.common(place, other);
            if (place == RegionTree.NONE) {
                return Optional.empty();
            }
        }
        boolean tie = best.size() > 1;
        if (tie && tree.region(place).level() == 1 && !weights.containsKey(place)) {
            return Optional.empty();
        }
        double confidence = tie ? 0.5 : confidence(place, hits, weights, within);
        return Optional.of(new Found(
                tree.region(place).code(), tree.region(place).level(), confidence, evidence(text, hits, best)));
    }

    private Map<Integer, Integer> weights(List<Hit> hits) {
        Map<Integer, Integer> weights = new HashMap<>();
        for (Hit hit : hits) {
            for (Bearer bearer : hit.bearers()) {
                weights.merge(bearer.region(), weight(bearer), Math::max);
            }
        }
        return weights;
    }

    /** Larger regions weigh more: a city is named on purpose, a 胜利社区 may be anywhere. */
    private int weight(Bearer bearer) {
        int full = fullWeight(tree.region(bearer.region()).level());
        return switch (bearer.form()) {
            case FULL -> full;
            case BOUND -> full - 1;
            case SHORT -> full - 2;
        };
    }

    private static int fullWeight(int level) {
        return switch (level) {
            case 1 -> 3;
            case 2, 3 -> 8;
            case 4 -> 6;
            default -> 4;
        };
    }

    private List<Integer> best(Map<Integer, Integer> weights, String within) {
        List<Integer> best = new ArrayList<>();
        int highest = 0;
        for (int candidate : weights.keySet()) {
            if (!tree.isWithin(candidate, within)) {
                continue;
            }
            int score = score(candidate, weights);
            if (score > highest) {
                best.clear();
                highest = score;
            }
            if (score == highest) {
                best.add(candidate);
            }
        }
        return best;
    }

    private int score(int candidate, Map<Integer, Integer> weights) {
        int score = 0;
        for (int i = candidate; i != RegionTree.NONE; i = tree.parent(i)) {
            score += weights.getOrDefault(i, 0);
        }
        return score;
    }

    private double confidence(int place, List<Hit> hits, Map<Integer, Integer> weights, @Nullable String within) {
        int level = tree.region(place).level();
        boolean full = weights.getOrDefault(place, 0) >= fullWeight(level);
        int ancestors = 0;
        for (int i = tree.parent(place); i != RegionTree.NONE; i = tree.parent(i)) {
            boolean known = weights.containsKey(i)
                    || (within != null && within.startsWith(tree.region(i).code()));
            ancestors += known && tree.region(i).level() > 1 ? 1 : 0;
        }
        // 新民 or 朝阳 may be any word, 沈阳市 hardly
        double sure = (full ? 0.75 : 0.5) + (level <= 3 && full ? 0.15 : 0) + Math.min(ancestors, 2) * 0.1;
        // a name that fits nowhere in this place casts doubt: two places are named
        boolean doubt =
                hits.stream().anyMatch(hit -> hit.bearers().stream().noneMatch(b -> related(b.region(), place)));
        return Math.round(Math.min(doubt ? sure - 0.2 : sure, 0.98) * 100) / 100.0;
    }

    private boolean related(int a, int b) {
        return a == b || tree.isAncestor(a, b) || tree.isAncestor(b, a);
    }

    /** The names in the text that speak for one of the regions chosen. */
    private List<String> evidence(String text, List<Hit> hits, List<Integer> best) {
        Set<String> names = new LinkedHashSet<>();
        for (Hit hit : hits) {
            if (hit.bearers().stream().anyMatch(bearer -> speaksFor(bearer.region(), best))) {
                names.add(text.substring(hit.begin(), hit.end()));
            }
        }
        return List.copyOf(names);
    }

    private boolean speaksFor(int region, List<Integer> chosen) {
        return chosen.stream().anyMatch(place -> place == region || tree.isAncestor(region, place));
    }
}
