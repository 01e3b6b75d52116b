package org.chuishao.grid.location;

import java.time.Instant;
import java.util.Comparator;
import org.chuishao.grid.outline.Outline;
import org.jspecify.annotations.Nullable;

/**
 * A region with an outline.
 *
 * @param rank of the kind of a grid: base, own, industry; 0 of any other region
 * @param to null while it is in force
 */
record OutlinedRegion(
        String code,
        int level,
        String name,
        int rank,
        boolean synthetic,
        Instant from,
        @Nullable Instant to,
        Outline outline) {

    /** What a position is told to lie in goes first: the deepest level, a base grid, the smaller one. */
    static final Comparator<OutlinedRegion> NEAREST_TO_PEOPLE = Comparator.comparingInt(OutlinedRegion::level)
            .reversed()
            .thenComparingInt(OutlinedRegion::rank)
            .thenComparingDouble(region -> region.outline().area())
            .thenComparing(OutlinedRegion::code);

    boolean inForce(Instant at) {
        Instant end = to;
        return !at.isBefore(from) && (end == null || at.isBefore(end));
    }
}
