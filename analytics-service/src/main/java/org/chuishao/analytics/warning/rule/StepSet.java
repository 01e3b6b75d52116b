package org.chuishao.analytics.warning.rule;

import java.util.Comparator;
import java.util.List;
import org.chuishao.analytics.matter.Categories;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.window.Step;

/**
 * The steps of a rule for a part of the province.
 *
 * @param region with all below it
 * @param category with all below it; empty for all
 */
record StepSet(WarningRule rule, String region, String category, List<Step> steps) {

    /** The set for the smaller place stands before that of the larger, and then the narrower category's. */
    static final Comparator<StepSet> MOST_SPECIAL_FIRST = Comparator.comparing(
                    (StepSet set) -> set.region().length())
            .thenComparing(set -> set.category().length())
            .reversed();

    StepSet {
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::level).reversed())
                .toList();
    }

    boolean isFor(String place, String of) {
        return place.startsWith(region) && (category.isEmpty() || Categories.within(of, category));
    }
}
