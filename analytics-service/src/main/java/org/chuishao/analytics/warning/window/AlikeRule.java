package org.chuishao.analytics.warning.window;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuishao.analytics.warning.WarningRule;

/**
 * Distinct people of a community about one matter that was filed as several: those of a category, and those that mean the
 * same as any of these. It is a cluster like any other of the category, as long as most people in it have that.
 */
final class AlikeRule implements Rule {

    private final StepBook book;
    private final double alike;

    /** @param alike the cosine of two meanings from which on they are taken as one matter */
    AlikeRule(StepBook book, double alike) {
        this.book = book;
        this.alike = alike;
    }

    @Override
    public Gathering by() {
        return Gathering.MEANING;
    }

    @Override
    public Duration reach() {
        return Duration.ofDays(7);
    }

    @Override
    public Optional<Heat> judge(Seen one, Gathered gathered, Near near) {
        Map<String, List<Seen>> categories = near.seen().stream().collect(groupingBy(Seen::category));
        return categories.entrySet().stream()
                .filter(it -> isOneOf(one, it.getKey(), it.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(it -> heat(one, it.getKey(), it.getValue(), near.seen()).stream())
                .findFirst();
    }

    private boolean isOneOf(Seen seen, String category, List<Seen> filed) {
        return seen.category().equals(category) || filed.stream().anyMatch(it -> it.isLike(seen, alike));
    }

    /** A stretch of one category is found by that category; so is what needs several places. */
    private Optional<Heat> heat(Seen one, String category, List<Seen> filed, List<Seen> all) {
        String here = Places.community(one.region());
        List<Step> steps = book.steps(WarningRule.CLUSTER, here, category).stream()
                .filter(step -> step.places() == 1)
                .toList();
        List<Seen> same =
                all.stream().filter(it -> isOneOf(it, category, filed)).toList();
        return Window.of(same)
                .filled(one, steps, Seen::who)
                .filter(filled -> isOfSeveral(filled.stretch()))
                .findFirst()
                .filter(filled -> most(filled.stretch()).equals(category))
                .map(filled -> Heat.cluster(here, category, filled, steps));
    }

    private static boolean isOfSeveral(List<Seen> stretch) {
        return stretch.stream().map(Seen::category).distinct().count() > 1;
    }

    /** Of the most people; of as many the first by its code, whatever order they came in. */
    private static String most(List<Seen> stretch) {
        Map<String, Set<String>> people =
                stretch.stream().collect(groupingBy(Seen::category, mapping(Seen::who, toSet())));
        return people.keySet().stream()
                .max(Comparator.comparing((String category) ->
                                people.getOrDefault(category, Set.of()).size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
