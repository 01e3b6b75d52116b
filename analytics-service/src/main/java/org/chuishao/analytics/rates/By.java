package org.chuishao.analytics.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuishao.analytics.figures.Level;
import org.chuishao.mesh.problem.Problem;

/** What a figure is split by. */
enum By {
    NONE,
    REGION,
    UNIT,
    LINE,
    CATEGORY,
    KIND,
    CHANNEL;

    /** Cases without a unit, or whose unit has no line. */
    static final String NOBODY = "NONE";

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of a case's group. */
    String key(Level level, boolean withinCategory) {
        return switch (this) {
            case NONE -> "''::text";
            case REGION -> "left(region, " + level.digits() + ")";
            case UNIT -> "unit";
            case LINE -> "line";
            // a matter with what lies below it; within a matter each part by itself
            case CATEGORY -> withinCategory ? "category" : "split_part(category, '.', 1)";
            case KIND -> "kind";
            case CHANNEL -> "channel";
        };
    }

    static By of(String label) {
        return Arrays.stream(values())
                .filter(by -> by.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "by",
                        "must be one of "
                                + Arrays.stream(values()).map(By::label).collect(Collectors.joining(", "))));
    }
}
