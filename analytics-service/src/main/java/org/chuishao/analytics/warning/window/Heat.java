package org.chuishao.analytics.warning.window;

import java.util.List;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.jspecify.annotations.Nullable;

/**
 * A window that is hot.
 *
 * @param scope what must not be warned of twice at a time
 * @param region the smallest that holds it
 * @param deciding the complaint that filled it, by the order of time and whatever order they came in
 * @param evidence what stands in the window, in order, the deciding one among it
 * @param least so many different ones make the rule's lowest step
 */
public record Heat(
        WarningRule rule,
        WarningLevel level,
        String scope,
        String region,
        String category,
        @Nullable String network,
        Seen deciding,
        List<Seen> evidence,
        int least) {

    /** Of a community and a category, by whatever its complaints were gathered: it is one warning. */
    static Heat cluster(String community, String category, Window.Filled filled, List<Step> steps) {
        return new Heat(
                WarningRule.CLUSTER,
                filled.step().level(),
                community + "|" + category,
                community,
                category,
                null,
                filled.filling(),
                filled.stretch(),
                Step.least(steps));
    }

    /** Its categories, where meaning gathered them: a cluster by category alone has one. */
    public List<String> gatheredFrom() {
        List<String> categories = rule == WarningRule.CLUSTER
                ? evidence.stream().map(Seen::category).distinct().sorted().toList()
                : List.of();
        return categories.size() > 1 ? categories : List.of();
    }
}
