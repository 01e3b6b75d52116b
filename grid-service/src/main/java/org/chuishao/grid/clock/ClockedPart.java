package org.chuishao.grid.clock;

import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A unit's part of a ticket, as its clocks see it.
 *
 * @param seen how many of the ticket's events have been read or written by now
 */
public record ClockedPart(
        UUID ticket,
        int round,
        UUID assignment,
        String region,
        String unit,
        @Nullable String worker,
        Severity severity,
        @Nullable String category,
        int seen) {}
