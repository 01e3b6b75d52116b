package org.chuishao.mesh.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/** All clock rules, and which of them holds. No two say the same of the same tickets on the same day. */
public final class ClockRules {

    private static final Comparator<ClockRule> MORE_SPECIFIC = Comparator.comparingInt(ClockRule::depth)
            .thenComparingInt(ClockRule::closeness)
            .thenComparingInt(ClockRule::narrowness);

    private final List<ClockRule> rules;
    private final Map<Act, List<ClockRule>> byAct;
    private final Set<String> stopped;

    private ClockRules(List<ClockRule> rules) {
        this.rules = List.copyOf(rules);
        this.stopped = this.rules.stream()
                .filter(ClockRule::stops)
                .map(ClockRule::name)
                .collect(toUnmodifiableSet());
        this.byAct = this.rules.stream().collect(groupingBy(ClockRule::act, () -> new EnumMap<>(Act.class), toList()));
    }

    /**
     * The rules that come with the product.
     *
     * @throws IllegalStateException naming the file's line, if one is refused
     */
    public static ClockRules shipped() {
        return read("clock-rules.tsv", ShippedRules.text("clock-rules.tsv"));
    }

    /**
     * The rules of a table such as the one that comes with the product.
     *
     * @param name of the table, for words about it
     * @throws IllegalStateException naming the line, if a rule is refused
     */
    public static ClockRules read(String name, String table) {
        return new ClockRules(new ClockRuleTable(name).read(table));
    }

    /** @throws IllegalArgumentException naming two rules with the same id and version, or for the same tickets and day */
    public static ClockRules of(Collection<ClockRule> rules) {
        List<ClockRule> accepted = new ArrayList<>();
        for (ClockRule rule : rules) {
            requireAlone(rule, accepted);
            accepted.add(rule);
        }
        return new ClockRules(accepted);
    }

    static void requireAlone(ClockRule rule, List<ClockRule> others) {
        inTheWay(rule, others).ifPresent(other -> {
            throw new IllegalArgumentException(
                    rule.name().equals(other.name())
                            ? "there is a rule " + rule.id() + " version " + rule.version() + " already"
                            : "rule " + rule.id() + " version " + rule.version()
                                    + " is for the same tickets and days as " + other.id() + " version "
                                    + other.version());
        });
    }

    /** Which of the others says the same of the same tickets on some day, or has the rule's id and version. */
    public static Optional<ClockRule> inTheWay(ClockRule rule, Collection<ClockRule> others) {
        return others.stream()
                .filter(other -> rule.name().equals(other.name()) || rule.overlaps(other))
                .findFirst();
    }

    /** The rule for whoever has the ticket; empty where there is no such limit, as for a law's own. */
    public Optional<ClockRule> find(
            Act act, Severity severity, String region, @Nullable String category, LocalDateTime at) {
        return find(act, severity, region, category, null, at);
    }

    /**
     * The most specific rule that holds at a time: of the longest region that holds the place, among those of the longest
     * category, among those for that part of the day.
     *
     * @param region division code of the place, the smallest known
     * @param line to ask for an industry line's own clock, as a repair crew's arrival beside the grid's; empty if it has
     *     none
     * @param at local time at which the clock starts
     */
    public Optional<ClockRule> find(
            Act act,
            Severity severity,
            String region,
            @Nullable String category,
            @Nullable String line,
            LocalDateTime at) {
        return byAct.getOrDefault(act, List.of()).stream()
                .filter(rule -> rule.severity() == severity
                        && Objects.equals(rule.line(), line)
                        && rule.holdsIn(region)
                        && rule.holdsFor(category)
                        && rule.validAt(at))
                .max(MORE_SPECIFIC);
    }

    /** Names of the rules whose clocks a suspension stops, those of earlier versions too. */
    public Set<String> stopped() {
        return stopped;
    }

    public List<ClockRule> rules() {
        return rules;
    }
}
