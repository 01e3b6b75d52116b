package org.chuishao.grid.mediation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.jspecify.annotations.Nullable;

/** Where a step has brought a mediation. It is kept for repetitions of the request, so it holds nothing of the parties. */
record HandledMediation(
        UUID id,
        UUID ticket,
        UUID assignment,
        Mediation.Phase phase,
        int sessions,
        @Nullable Instant revisitBy,
        @Nullable Boolean kept,
        @Nullable Route route,
        List<String> allowed) {

    static HandledMediation of(MediationRow row) {
        return new HandledMediation(
                row.id,
                row.ticket,
                row.assignment,
                row.phase,
                row.sessions,
                row.revisitBy,
                row.kept,
                row.route,
                row.mediation().allowed());
    }
}
