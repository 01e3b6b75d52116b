package org.chuishao.grid.location;

import java.util.List;
import org.chuishao.mesh.location.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where something is.
 *
 * @param path the names from the province down
 * @param confidence 0 to 1
 * @param evidence what in the text led there
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
        @Nullable Position given,
        @Nullable Position converted) {

    enum FoundBy {
        CODE,
        TEXT,
        POSITION,
        POSITION_AND_TEXT
    }

    Location at(Position position, Position cgcs2000) {
        return new Location(code, name, path, level, synthetic, confidence, foundBy, evidence, position, cgcs2000);
    }
}
