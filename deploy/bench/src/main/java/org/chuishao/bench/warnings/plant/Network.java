package org.chuishao.bench.warnings.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supply network as it is made known to the mesh.
 *
 * @param line what it supplies: the first part of the codes of the categories about it
 * @param region that holds all that it reaches
 */
public record Network(String code, String name, String line, String region, List<Reach> reaches) {

    /** @param estate name of the estate that it reaches; null where it reaches all of the region */
    public record Reach(String region, @Nullable String estate) {}

    static String lineOf(String category) {
        return category.substring(0, category.indexOf('.'));
    }
}
