package org.chuishao.mesh.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The regions down to the communities as arrays, parents before their children, for the tight loops of the finder. */
final class RegionTree {

    static final int NONE = -1;

    private final List<Region> regions;
    private final int[] parents;

    RegionTree(Collection<Region> all) {
        regions = all.stream()
                .filter(region -> region.level() <= 5)
                .sorted(Comparator.comparingInt(Region::level).thenComparing(Region::code))
                .toList();
        parents = new int[regions.size()];
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            String parent = regions.get(i).parent();
            parents[i] = parent == null ? NONE : places.getOrDefault(parent, NONE);
            places.put(regions.get(i).code(), i);
        }
    }

    int size() {
        return parents.length;
    }

    Region region(int index) {
        return regions.get(index);
    }

    int parent(int index) {
        return parents[index];
    }

    boolean isWithin(int index, String prefix) {
        return regions.get(index).code().startsWith(prefix);
    }

    boolean isAncestor(int ancestor, int index) {
        for (int i = parents[index]; i != NONE; i = parents[i]) {
            if (i == ancestor) {
                return true;
            }
        }
        return false;
    }

    /** The smallest region that holds both, or {@link #NONE}. */
    int common(int a, int b) {
        int left = a;
        int right = b;
        while (left != right && left != NONE && right != NONE) {
            if (regions.get(left).level() >= regions.get(right).level()) {
                left = parents[left];
            } else {
                right = parents[right];
            }
        }
        return left == right ? left : NONE;
    }
}
