package org.chuishao.bench.warnings.match;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning as analytics tells it.
 *
 * @param at when it was decided, by the log
 * @param decidingAt when the ticket came in that decided it
 * @param lastAt when the last ticket that joined it came in
 * @param evidence its tickets
 */
public record Raised(
        String id,
        String rule,
        String state,
        String region,
        @Nullable String category,
        @Nullable String network,
        Instant at,
        Instant decidingAt,
        Instant lastAt,
        Set<UUID> evidence) {

    private static final Set<String> OPEN = Set.of("RAISED", "CONFIRMED");

    boolean open() {
        return OPEN.contains(state);
    }

    @Override
    public String toString() {
        return rule + " in " + region + (category == null ? "" : " of " + category) + " at " + at + " ("
                + evidence.size() + ")";
    }
}
