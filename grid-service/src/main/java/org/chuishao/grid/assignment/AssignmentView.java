package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.assignment.Assignments.Found;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as the API shows it.
 *
 * @param worker who holds the role; null where only the unit's desk has it
 * @param reason why this holder
 * @param synthetic the unit or the place was made up for the demonstration
 * @param contactedAt when the citizen was first reached
 * @param solved the unit's word
 * @param parent the assignment that it was handed down from
 * @param matter null until the ticket's receipt was read
 */
public record AssignmentView(
        UUID id,
        UUID ticket,
        @Nullable String number,
        boolean lead,
        String unit,
        @Nullable String unitName,
        String region,
        @Nullable String regionName,
        @Nullable String grid,
        @Nullable String role,
        @Nullable String worker,
        String reason,
        boolean synthetic,
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
        @Nullable UUID parent,
        Asked asked,
        @Nullable Matter matter) {

    static AssignmentView of(Found found, Asked asked, @Nullable Matter matter) {
        Assignment it = found.assignment();
        NamedUnit unit = found.unit();
        NamedRegion region = found.region();
        return new AssignmentView(
                it.id,
                it.ticket,
                it.number,
                it.lead,
                it.unit,
                unit == null ? null : unit.name,
                it.region,
                region == null ? null : region.name,
                it.grid,
                it.role,
                it.worker,
                it.reason,
                (unit != null && unit.synthetic) || (region != null && region.synthetic),
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
                it.parent,
                asked,
                matter);
    }
}
