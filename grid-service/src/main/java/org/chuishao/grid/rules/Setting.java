package org.chuishao.grid.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is set beside those that stand.
 *
 * @param ended the version that it takes over from, with its end; null for a new rule, or where none is valid on that day
 */
record Setting(ClockRule rule, @Nullable ClockRule ended) {

    /** @throws Problem 409 naming the rule that is for the same tickets and days, or has the id */
    static Setting first(ClockRule rule, List<ClockRule> standing) {
        standing.stream().filter(it -> it.id().equals(rule.id())).findAny().ifPresent(it -> {
            throw Problem.conflict(
                    "There is a rule of this id; set a new version of it.",
                    Map.of("rule", it.id(), "version", it.version()));
        });
        return alone(new Setting(rule, null), standing);
    }

    /**
     * The next version of a rule: for the same tickets, from its first day on instead of the one that was valid then.
     *
     * @throws Problem 404 where there is no such rule, 409 where another version or rule is for the same tickets and days
     */
    static Setting next(String id, Terms terms, LocalDate today, List<ClockRule> standing) {
        List<ClockRule> versions = standing.stream()
                .filter(it -> it.id().equals(id))
                .sorted(Comparator.comparingInt(Setting::number))
                .toList();
        if (versions.isEmpty()) {
            throw Problem.notFound("rule");
        }
        ClockRule last = versions.get(versions.size() - 1);
        terms.require(last.act(), today);
        ClockRule rule = new ClockRule(
                id,
                last.act(),
                last.severity(),
                last.region(),
                last.category(),
                last.line(),
                last.hours(),
                terms.time(),
                terms.startOrAtOnce(),
                terms.stops(),
                String.valueOf(number(last) + 1),
                terms.validFrom(),
                terms.validTo(),
                terms.recompute(),
                terms.source());
        Optional<ClockRule> before =
                versions.stream().filter(it -> it.validOn(rule.validFrom())).findFirst();
        before.filter(it -> it.validFrom().equals(rule.validFrom())).ifPresent(it -> {
            throw Problem.conflict(
                    "Another version begins on that day; begin on a later one.",
                    Map.of("rule", it.id(), "version", it.version()));
        });
        List<ClockRule> others = new ArrayList<>(standing);
        before.ifPresent(others::remove);
        return alone(
                new Setting(rule, before.map(it -> it.until(rule.validFrom())).orElse(null)), others);
    }

    private static Setting alone(Setting setting, List<ClockRule> others) {
        ClockRules.inTheWay(setting.rule(), others).ifPresent(other -> {
            throw Problem.conflict(
                    "There is a rule for the same tickets and days.",
                    Map.of("rule", other.id(), "version", other.version()));
        });
        return setting;
    }

    private static int number(ClockRule rule) {
        return Integer.parseInt(rule.version());
    }
}
