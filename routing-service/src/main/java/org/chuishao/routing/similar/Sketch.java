package org.chuishao.routing.similar;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.reference.RegionCode;

/**
 * A ticket's words as a keyed MinHash, and the estates and roads that they name, as keyed hashes.
 *
 * @param marks two bytes each; how many two sketches share tells how alike the texts are
 */
record Sketch(byte[] marks, List<Integer> names) {

    static final int MARKS = 256;

    /** A third alike is found in 98 cases of 100, a fifth in 73; what shares a place is looked at in any case. */
    private static final int BANDS = 32;

    private static final int COUNTY = 3;
    private static final int COMMUNITY = 5;

    /** The share of what two texts have in common in all that they have (Jaccard), give or take 0.03. */
    double alike(Sketch other) {
        int same = 0;
        for (int i = 0; i < MARKS; i++) {
            same += mark(i) == other.mark(i) ? 1 : 0;
        }
        return (double) same / MARKS;
    }

    boolean namesOneOf(Sketch other) {
        return names.stream().anyMatch(other.names::contains);
    }

    /** By which it is found; none where the county is not known. */
    List<Integer> keys(String region) {
        if (RegionCode.level(region).orElse(0) < COUNTY) {
            return List.of();
        }
        int county = RegionCode.at(region, COUNTY).hashCode();
        List<Integer> keys = new ArrayList<>(BANDS + names.size() + 1);
        for (int band = 0; band < BANDS; band++) {
            keys.add(key(county, band, mark(2 * band) << Short.SIZE | mark(2 * band + 1)));
        }
        names.forEach(name -> keys.add(key(county, BANDS, name)));
        if (RegionCode.level(region).orElse(0) >= COMMUNITY) {
            keys.add(key(county, BANDS + 1, RegionCode.at(region, COMMUNITY).hashCode()));
        }
        return keys;
    }

    private static int key(int county, int sort, int value) {
        return (int) (Sketcher.mixed(((long) county << Integer.SIZE | value & 0xffffffffL) + sort * Sketcher.STEP)
                >>> Integer.SIZE);
    }

    private int mark(int index) {
        return (marks[2 * index] & 0xff) << Byte.SIZE | marks[2 * index + 1] & 0xff;
    }
}
