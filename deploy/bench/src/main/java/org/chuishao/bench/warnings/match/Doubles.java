package org.chuishao.bench.warnings.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warnings that say again what another still says. */
public final class Doubles {

    /** Their scope is a person or a ticket, which the warning does not name; the evidence shows whether it is the same. */
    private static final Set<String> OF_ONE = Set.of("REPEAT", "QUALITY", "SAFETY");

    private Doubles() {}

    private record Scope(
            String rule,
            String region,
            @Nullable String category,
            @Nullable String network) {}

    /** The later of each two of one rule and scope that were open at the same time. */
    public static List<Raised> among(List<Raised> warnings) {
        Map<Scope, List<Raised>> before = new HashMap<>();
        List<Raised> doubles = new ArrayList<>();
        for (Raised warning : inOrder(warnings)) {
            Scope scope = new Scope(warning.rule(), warning.region(), warning.category(), warning.network());
            List<Raised> others = before.computeIfAbsent(scope, unseen -> new ArrayList<>());
            if (others.stream().anyMatch(other -> together(other, warning))) {
                doubles.add(warning);
            }
            others.add(warning);
        }
        return doubles;
    }

    private static boolean together(Raised first, Raised second) {
        if (OF_ONE.contains(first.rule()) && Collections.disjoint(first.evidence(), second.evidence())) {
            return false;
        }
        return first.open() && second.open() || !second.at().isAfter(first.lastAt());
    }

    private static List<Raised> inOrder(List<Raised> warnings) {
        return warnings.stream()
                .sorted(Comparator.comparing(Raised::at).thenComparing(Raised::id))
                .toList();
    }
}
