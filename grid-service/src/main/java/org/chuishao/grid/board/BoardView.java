package org.chuishao.grid.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The board of a region.
 *
 * @param resolvedSince the first day of which {@code resolved} tells, in Beijing
 * @param total of the whole subtree
 * @param here of what is known to lie in the region and no closer
 * @param items what lies directly below, by code
 * @param absent departments that were called and have not come, the longest awaited first, fifty at most
 */
record BoardView(
        String code,
        String name,
        int level,
        LocalDate resolvedSince,
        Tally total,
        Tally here,
        List<Child> items,
        List<Absent> absent) {

    record Child(String code, String name, int level, Tally tally) {}

    /** @param supervision of its absence: 0 none, 1 county, 2 city, 3 province */
    record Absent(
            UUID whistle,
            String kind,
            String region,
            String department,
            @Nullable String substitute,
            boolean signed,
            int supervision,
            OffsetDateTime since) {}
}
