package org.chuishao.routing.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.claim.QueuedTicket;

/**
 * Where a dispatcher decided otherwise than what was found, with his reason in the decision's words. Kept as texts: the
 * name, a space, what was found.
 */
final class Overrides {

    private Overrides() {}

    /** @param field CATEGORY, SEVERITY or REGION */
    record Overruled(String field, String found) {}

    static String[] of(QueuedTicket queued, Decision decision) {
        return of(
                new Found(queued.category(), queued.severity(), queued.region()),
                new Found(decision.category, decision.severity, decision.region));
    }

    record Found(String category, String severity, String region) {}

    /** A smaller place within that which was found says more, and nothing else; so does a category where none was found. */
    static String[] of(Found found, Found chosen) {
        List<String> overrides = new ArrayList<>(3);
        if (!chosen.category.equals(found.category) && !found.category.equals(Category.OTHER)) {
            overrides.add("CATEGORY " + found.category);
        }
        if (!chosen.severity.equals(found.severity)) {
            overrides.add("SEVERITY " + found.severity);
        }
        if (!chosen.region.startsWith(found.region)) {
            overrides.add("REGION " + found.region);
        }
        return overrides.toArray(String[]::new);
    }

    static List<Overruled> read(String[] kept) {
        return Arrays.stream(kept)
                .map(it -> it.split(" ", 2))
                .map(parts -> new Overruled(parts[0], parts[1]))
                .toList();
    }
}
