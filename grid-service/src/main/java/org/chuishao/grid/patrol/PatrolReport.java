package org.chuishao.grid.patrol;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as the API shows it: what it is about is told with the ticket.
 *
 * @param id of the report, and of the ticket that it is
 */
record PatrolReport(
        UUID id,
        String grid,
        String worker,
        boolean solvedOnSpot,
        OffsetDateTime reportedAt,

        @Schema(description = "In the answer to the report itself") @Nullable
        State ticketState) {}
