package org.chuishao.analytics.rates;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chuishao.mesh.problem.Problem;

/** The part of a figure whose cases are listed. */
enum Part {
    NUMERATOR("not excluded and weight > 0"),
    DENOMINATOR("not excluded"),
    EXCLUDED("excluded");

    private final String condition;

    Part(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static Part of(String name) {
        return Arrays.stream(values())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "part",
                        "must be one of "
                                + Arrays.stream(values()).map(Part::name).collect(Collectors.joining(", "))));
    }
}
