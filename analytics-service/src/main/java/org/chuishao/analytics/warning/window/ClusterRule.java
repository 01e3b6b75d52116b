package org.chuishao.analytics.warning.window;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuishao.analytics.warning.WarningRule;

/** Distinct people of a community about one matter (多人同诉), or in several communities of a town at once. */
final class ClusterRule implements Rule {

    private final StepBook book;

    ClusterRule(StepBook book) {
        this.book = book;
    }

    @Override
    public Gathering by() {
        return Gathering.PLACE;
    }

    @Override
    public Duration reach() {
        return Duration.ofDays(7);
    }

    @Override
    public Optional<Heat> judge(Seen one, Gathered gathered, Near near) {
        Map<String, List<Seen>> places =
                near.seen().stream().collect(groupingBy(seen -> Places.community(seen.region())));
        String here = Places.community(one.region());
        List<Step> steps = book.steps(WarningRule.CLUSTER, here, one.category());
        return Window.of(places.getOrDefault(here, List.of()))
                .filled(one, steps, Seen::who)
                .filter(filled ->
                        inPlaces(places, one, filled.step()) >= filled.step().places())
                .findFirst()
                .map(filled -> Heat.cluster(here, one.category(), filled, steps));
    }

    private static long inPlaces(Map<String, List<Seen>> places, Seen one, Step step) {
        return step.places() == 1
                ? 1
                : places.values().stream()
                        .map(seen -> Window.of(seen).near(one, step.within()))
                        .filter(window -> window.holds(step.count(), step.within(), Seen::who))
                        .count();
    }
}
