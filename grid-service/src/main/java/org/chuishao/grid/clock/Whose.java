package org.chuishao.grid.clock;

import java.util.UUID;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.TicketState;

/** Whose clocks those of a part are. */
final class Whose {

    private Whose() {}

    static Clocked of(UUID ticket, TicketState state, AssignmentState part) {
        Severity severity = state.severity();
        return new Clocked(
                ticket,
                state.round(),
                part.id(),
                part.grid() == null ? state.region() : part.grid(),
                part.unit(),
                part.worker(),
                severity == null ? Severity.ORDINARY : severity,
                state.category(),
                state.seen());
    }
}
