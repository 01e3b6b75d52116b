package org.chuishao.intake.closure;

import java.util.Set;
import org.chuishao.intake.closure.ClosureRequest.Ground;
import org.chuishao.mesh.event.IntakeEvent.Closed.Cause;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/** Whether a ticket may be closed though it is not solved. */
final class ClosureRules {

    private static final Set<State> WAIT_FOR_THE_CITIZEN = Set.of(State.PENDING_CALLBACK, State.ANSWERED);

    private ClosureRules() {}

    /** @return why not; null where it may */
    static @Nullable String why(TicketState ticket, Ground ground, @Nullable Cause cause, Standing standing) {
        if (!WAIT_FOR_THE_CITIZEN.contains(ticket.state())) {
            return "in " + ticket.state() + ' ' + ticket.state().label()
                    + " it is not closed so: only what waits for the citizen's word is";
        }
        if (ground == Ground.PROMISED) {
            return standing.promised() ? null : "no promise stands whose date is still to come";
        }
        if (cause == Cause.UNREASONABLE) {
            return standing.excluded() ? null : "no exclusion was granted that finds the demand unreasonable";
        }
        return ticket.citizenSolved() == null
                ? "the citizen has not been heard in this round: he is called back first"
                : null;
    }
}
