package org.chuishao.analytics.figures;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.chuishao.mesh.problem.Problem;

/** What counts may be split by, beside the place. */
enum Dimension {
    STATE,
    CATEGORY,
    KIND;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a list parted by commas; empty for the place alone. */
    static Set<Dimension> of(String list) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        if (list.isBlank()) {
            return dimensions;
        }
        for (String name : list.split(",", -1)) {
            dimensions.add(Arrays.stream(values())
                    .filter(dimension -> dimension.column().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("by", "must list state, category or kind, parted by commas")));
        }
        return dimensions;
    }
}
