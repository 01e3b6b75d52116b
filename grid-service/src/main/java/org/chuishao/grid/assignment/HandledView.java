package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an act has brought an assignment. It is kept for repetitions of the request, so it holds nothing of the matter. */
record HandledView(
        UUID id,
        UUID ticket,
        @Nullable String number,
        Phase phase,
        State ticketState,
        int round,
        boolean contacted,
        @Nullable Boolean solved,
        @Nullable Instant signedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant resolvedAt,
        @Nullable Extension extension,
        @Nullable Instant extensionUntil,
        @Nullable Instant reviewAt,
        @Nullable UUID parent,

        @Schema(description = "Done after its limit, and taken all the same")
        boolean late,

        @Schema(description = "Of an arrival by position or code: how it is known, and how far away") @Nullable
        OnSite onSite) {

    static HandledView of(Assignment row, TicketState after) {
        return new HandledView(
                row.id,
                row.ticket,
                row.number,
                row.phase,
                after.state(),
                row.round,
                row.contacted,
                row.solved,
                row.signedAt,
                row.contactedAt,
                row.arrivedAt,
                row.resolvedAt,
                row.extension,
                row.extensionUntil,
                row.reviewAt,
                row.parent,
                row.late,
                row.onSite);
    }
}
