package org.chuishao.analytics.warning.life;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which warnings are asked for. */
record WarningFilter(
        String region,
        @Nullable WarningRule rule,
        @Nullable LifeState state,
        @Nullable Period period) {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    Instant begin() {
        return period == null ? Instant.EPOCH : period.begin();
    }

    Instant end() {
        return period == null ? NEVER : period.end();
    }

    @Nullable
    String ruleName() {
        return rule == null ? null : rule.name();
    }

    @Nullable
    String stateName() {
        return state == null ? null : state.name();
    }

    /** @throws Problem 400 where it is none of the names */
    static <E extends Enum<E>> @Nullable E named(String field, @Nullable String name, Class<E> type) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        field,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }
}
