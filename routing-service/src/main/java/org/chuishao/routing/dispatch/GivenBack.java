package org.chuishao.routing.dispatch;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;

/** What units have given back in this round of a ticket, as an adjudicator granted. */
public final class GivenBack {

    private GivenBack() {}

    /** The parts, in the order in which they were given to the units. */
    public static Stream<AssignmentState> parts(TicketState ticket) {
        return ticket.assignments().values().stream()
                .filter(it -> it.round() == ticket.round()
                        && it.phase() == Phase.ENDED
                        && it.before() == Phase.RETURN_REVIEW);
    }

    /** The units: only a conference gives it to one of them again. */
    static Set<String> units(TicketState ticket) {
        return parts(ticket).map(AssignmentState::unit).collect(Collectors.toSet());
    }
}
