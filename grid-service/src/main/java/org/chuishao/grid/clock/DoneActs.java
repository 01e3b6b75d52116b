package org.chuishao.grid.clock;

import java.util.Set;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.AssignmentEvent.ArrivedOnSite;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResumed;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;

/** Which clocks an event stops. A call that did not reach the citizen stops none. */
final class DoneActs {

    private DoneActs() {}

    static Set<Act> by(AssignmentEvent event) {
        if (event instanceof AssignmentSigned) {
            return Set.of(Act.SIGN, Act.SIGN_HARD);
        }
        if (event instanceof CitizenContacted contact && contact.reached()) {
            return Set.of(Act.CONTACT);
        }
        if (event instanceof ArrivedOnSite) {
            return Set.of(Act.ARRIVE);
        }
        if (event instanceof AssignmentResumed) {
            return Set.of(Act.SUSPENSION);
        }
        return event instanceof AssignmentResolved ? Set.of(Act.RESOLVE) : Set.of();
    }
}
