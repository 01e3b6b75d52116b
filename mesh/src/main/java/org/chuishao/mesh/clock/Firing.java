package org.chuishao.mesh.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deadline that has come due, or whose yellow light has.
 *
 * @param seen how many of the ticket's events this service had read
 * @param stoppedAt when the act was done after all, late; null while it was not
 * @param missed false for the yellow light
 */
public record Firing(
        UUID id,
        UUID ticket,
        int round,
        @Nullable UUID assignment,
        String act,
        String region,
        @Nullable String unit,
        String rule,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        int seen,
        boolean missed) {

    /** What the row says from now on. */
    String state() {
        return missed ? "MISSED" : "APPROACHING";
    }

    /** When it fires next; a missed one does no more. */
    @Nullable
    Instant next() {
        return missed ? null : dueAt;
    }
}
