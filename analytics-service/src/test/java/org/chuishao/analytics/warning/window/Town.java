package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.jspecify.annotations.Nullable;

/** Complaints of a town for tests of rules, with the steps as they come. */
final class Town implements Near {

    static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    static final String HERE = "210102001001";
    static final String NEXT = "210102001002";
    static final String THIRD = "210102001003";

    private static final Map<WarningRule, List<Step>> TABLE = Map.of(
            WarningRule.CLUSTER,
            List.of(
                    new Step(WarningLevel.RED, 30, Duration.ofDays(7)),
                    new Step(WarningLevel.RED, 5, Duration.ofDays(1), 3, 0),
                    new Step(WarningLevel.ORANGE, 10, Duration.ofDays(3)),
                    new Step(WarningLevel.YELLOW, 5, Duration.ofDays(1))),
            WarningRule.FACILITY,
            List.of(new Step(WarningLevel.ORANGE, 3, Duration.ofMinutes(30))),
            WarningRule.REPEAT,
            List.of(new Step(WarningLevel.YELLOW, 3, Duration.ofDays(30))),
            WarningRule.QUALITY,
            List.of(new Step(WarningLevel.ORANGE, 2, Duration.ofDays(15))),
            WarningRule.ANOMALY,
            List.of(
                    new Step(WarningLevel.ORANGE, 10, Duration.ofDays(1), 1, 6),
                    new Step(WarningLevel.YELLOW, 5, Duration.ofDays(1), 1, 3)));

    /** The table of the trade. */
    static final StepBook STEPS = (rule, region, category) -> TABLE.getOrDefault(rule, List.of());

    private final List<Seen> all = new ArrayList<>();
    private final Map<LocalDate, Integer> counts = new HashMap<>();
    private LocalDate since = LocalDate.EPOCH;

    Seen add(String who, Instant at, String region) {
        return add(who, at, region, null);
    }

    Seen add(String who, Instant at, String region, @Nullable Instant solvedAt) {
        Seen seen = new Seen(new UUID(1, all.size()), at, who, region, "HEATING.NONE", solvedAt);
        all.add(seen);
        return seen;
    }

    void count(LocalDate day, int many) {
        counts.put(day, many);
    }

    void since(LocalDate day) {
        since = day;
    }

    @Override
    public List<Seen> seen() {
        return all;
    }

    @Override
    public int count(LocalDate day) {
        return counts.getOrDefault(day, 0);
    }

    @Override
    public LocalDate since() {
        return since;
    }
}
