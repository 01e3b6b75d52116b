package org.chuishao.analytics.backtest.replay;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.window.Step;
import org.chuishao.analytics.warning.window.StepBook;
import org.jspecify.annotations.Nullable;

/**
 * Steps that a rule is tried with.
 *
 * @param tried what the count of the lowest step was set to; null where the steps stand as they are
 */
public record Variation(@Nullable Integer tried, StepBook book) {

    /** The steps of one rule alone: of the others nothing is asked. */
    public static Variation of(WarningRule tested, StepBook book) {
        return new Variation(
                null, (rule, region, category) -> rule == tested ? book.steps(rule, region, category) : List.of());
    }

    /** The same for all places and categories. */
    public static StepBook everywhere(List<Step> steps) {
        List<Step> gravestFirst = steps.stream()
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .toList();
        return (rule, region, category) -> gravestFirst;
    }

    /** With another count of the lowest step; the others stand. */
    public Variation trying(int count) {
        return new Variation(count, (rule, region, category) -> lowered(book.steps(rule, region, category), count));
    }

    private static List<Step> lowered(List<Step> steps, int count) {
        if (steps.isEmpty()) {
            return steps;
        }
        int least = Step.least(steps);
        List<Step> changed = new ArrayList<>(steps);
        // of several that ask for as much it is the least grave
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.count() == least) {
                changed.set(i, new Step(step.level(), count, step.within(), step.places(), step.sigmas()));
                break;
            }
        }
        return changed;
    }
}
