package org.chuishao.mesh.reference;

import java.util.List;

/**
 * The place that a text names.
 *
 * @param code the smallest region that the text settles
 * @param level 1 province to 5 community
 * @param confidence 0 to 1: how sure, from what was named and how many places bear that name
 * @param evidence the names as they stand in the text, in its order
 */
public record Found(String code, int level, double confidence, List<String> evidence) {

    public Found {
        evidence = List.copyOf(evidence);
    }
}
