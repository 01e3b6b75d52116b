package org.chuishao.grid.location;

import java.util.List;
import org.chuishao.mesh.location.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where something is.
 *
 * @param path the names from the province down
 * @param confidence 0 to 1
 * @param evidence what led there, beside the position itself
 * @param also the codes of other grids that hold the position: own grids and industry grids lie across base grids
 * @param given the position as it came, beside {@code converted}
 */
record Location(
        String code,
        String name,
        List<String> path,
        int level,
        boolean synthetic,
        double confidence,
        FoundBy foundBy,
        List<String> evidence,
        List<String> also,
        @Nullable Position given,
        @Nullable Position converted) {

    enum FoundBy {
        CODE,
        TEXT,
        /** It lies in the outline that the region was given. */
        OUTLINE,
        /** It lies in no grid's outline, and this grid's is the nearest. */
        NEAREST,
        /** It lies in the schematic outline of the county. */
        COUNTY_OUTLINE,
        POSITION_AND_TEXT
    }

    Location at(Position position, Position cgcs2000) {
        return new Location(
                code, name, path, level, synthetic, confidence, foundBy, evidence, also, position, cgcs2000);
    }

    /** Found by the code of a grid whose place it has taken. */
    Location succeeding(String old) {
        List<String> evidence = List.of("succeeds " + old);
        return new Location(code, name, path, level, synthetic, confidence, foundBy, evidence, also, given, converted);
    }

    Location also(List<String> others) {
        return new Location(
                code, name, path, level, synthetic, confidence, foundBy, evidence, others, given, converted);
    }
}
