package org.chuishao.routing.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.FieldError;

/** What units have given back in this round of a ticket, as an adjudicator granted. */
public final class GivenBack {

    private static final String WHY =
            "has given it back, and was right to: only a conference gives it to the unit again";

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

    /** Why a dispatcher cannot give it to a unit again. Who had the lead and was right not to may still assist. */
    static List<FieldError> errors(DispatchRequest request, TicketState ticket) {
        List<FieldError> errors = new ArrayList<>();
        List<AssignmentState> parts = parts(ticket).toList();
        if (parts.stream().anyMatch(part -> part.unit().equals(request.leadUnit()))) {
            errors.add(new FieldError(DispatchChoice.LEAD, WHY));
        }
        for (int i = 0; i < request.assisting().size(); i++) {
            String unit = request.assisting().get(i);
            if (parts.stream().anyMatch(part -> !part.lead() && part.unit().equals(unit))) {
                errors.add(new FieldError(DispatchChoice.assisting(i), WHY));
            }
        }
        return errors;
    }
}
