package org.chuishao.analytics.warning.window;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Complaints in the order of their time, and the stretches of it that hold enough of them. */
record Window(List<Seen> seen) {

    static Window of(List<Seen> seen) {
        return new Window(seen.stream().sorted(Seen.BY_TIME).toList());
    }

    /**
     * The steps that a stretch about a complaint fills, looked for one by one.
     *
     * @param steps the gravest first
     */
    Stream<Filled> filled(Seen one, List<Step> steps, Function<Seen, ?> different) {
        return steps.stream()
                .flatMap(step -> around(one, step.count(), step.within(), different)
                        .map(stretch -> new Filled(step, stretch, filling(stretch, step.count(), different)))
                        .stream());
    }

    /** @param filling the complaint by which the stretch came to hold enough */
    record Filled(Step step, List<Seen> stretch, Seen filling) {}

    /** The longest stretch about a complaint that is no longer than {@code within} and holds so many different ones. */
    Optional<List<Seen>> around(Seen one, int count, Duration within, Function<Seen, ?> different) {
        return near(one, within).stretch(one, count, within, different);
    }

    /** What is no further from a complaint than that. */
    Window near(Seen one, Duration within) {
        return new Window(seen.stream()
                .filter(it -> Duration.between(it.at(), one.at()).abs().compareTo(within) <= 0)
                .toList());
    }

    /** The complaint that filled a stretch: the first by which it held so many different ones. */
    static Seen filling(List<Seen> stretch, int count, Function<Seen, ?> different) {
        Set<Object> all = new HashSet<>();
        for (Seen seen : stretch) {
            all.add(different.apply(seen));
            if (all.size() == count) {
                return seen;
            }
        }
        return stretch.get(stretch.size() - 1);
    }

    /** Any stretch. */
    boolean holds(int count, Duration within, Function<Seen, ?> different) {
        return stretch(null, count, within, different).isPresent();
    }

    private Optional<List<Seen>> stretch(
            @Nullable Seen about, int count, Duration within, Function<Seen, ?> different) {
        Map<Object, Integer> inside = new HashMap<>();
        int begin = 0;
        for (int end = 0; end < seen.size(); end++) {
            inside.merge(different.apply(seen.get(end)), 1, Integer::sum);
            while (Duration.between(seen.get(begin).at(), seen.get(end).at()).compareTo(within) > 0) {
                inside.computeIfPresent(different.apply(seen.get(begin)), (who, many) -> many == 1 ? null : many - 1);
                begin++;
            }
            boolean longest = end + 1 == seen.size()
                    || Duration.between(seen.get(begin).at(), seen.get(end + 1).at())
                                    .compareTo(within)
                            > 0;
            if (longest && inside.size() >= count) {
                List<Seen> stretch = seen.subList(begin, end + 1);
                if (about == null || stretch.stream().anyMatch(it -> it.ticket().equals(about.ticket()))) {
                    return Optional.of(List.copyOf(stretch));
                }
            }
        }
        return Optional.empty();
    }
}
