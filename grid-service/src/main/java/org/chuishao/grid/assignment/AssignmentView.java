package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as the API shows it.
 *
 * @param worker who holds the role; null where it lies with the unit's desk
 * @param reason why this holder
 * @param contactedAt when the citizen was first reached
 * @param solved the unit's word
 * @param matter null until the ticket's receipt was read
 */
public record AssignmentView(
        UUID id,
        UUID ticket,
        @Nullable String number,
        boolean lead,
        String unit,
        String region,
        @Nullable String grid,
        @Nullable String role,
        @Nullable String worker,
        String reason,
        Phase phase,
        int round,
        Severity severity,
        @Nullable String category,
        Instant createdAt,
        @Nullable Instant signedAt,
        boolean contacted,
        @Nullable Instant contactedAt,
        @Nullable Instant arrivedAt,
        @Nullable Boolean solved,
        @Nullable Instant resolvedAt,
        @Nullable Instant endedAt,
        @Nullable Matter matter) {

    static AssignmentView of(Assignment it, @Nullable Matter matter) {
        return new AssignmentView(
                it.id,
                it.ticket,
                it.number,
                it.lead,
                it.unit,
                it.region,
                it.grid,
                it.role,
                it.worker,
                it.reason,
                it.phase,
                it.round,
                it.severity,
                it.category,
                it.createdAt,
                it.signedAt,
                it.contacted,
                it.contactedAt,
                it.arrivedAt,
                it.solved,
                it.resolvedAt,
                it.endedAt,
                matter);
    }
}
