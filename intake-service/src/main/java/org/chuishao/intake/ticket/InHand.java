package org.chuishao.intake.ticket;

import java.util.stream.Stream;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;

/** The assignments by which somebody has a ticket in hand now: of its present round, neither done nor ended. */
public final class InHand {

    private InHand() {}

    public static Stream<AssignmentState> of(TicketState ticket) {
        return ticket.assignments().values().stream()
                .filter(it -> it.round() == ticket.round())
                .filter(it -> it.phase() != Phase.RESOLVED && it.phase() != Phase.ENDED);
    }
}
