package org.chuishao.analytics.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuishao.mesh.problem.Problem;

/** The level that places are summed up to. */
public enum Level {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWN(9),
    COMMUNITY(12),
    GRID(15);

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    /** Of the code at this level. */
    public int digits() {
        return digits;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Level of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "level",
                        "must be one of "
                                + Arrays.stream(values()).map(Level::label).collect(Collectors.joining(", "))));
    }
}
