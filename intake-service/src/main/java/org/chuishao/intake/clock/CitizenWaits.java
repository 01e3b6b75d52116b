package org.chuishao.intake.clock;

import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;

/** Whether a citizen waits for his matter, and by which rule. */
final class CitizenWaits {

    private CitizenWaits() {}

    /** Neither settled nor answered. */
    static boolean open(TicketState ticket) {
        return ticket.state() != State.UNSEEN
                && ticket.state() != State.ANSWERED
                && !ticket.state().settled();
    }

    /** Taken on, found to be of a level, or taken up again; what has its clock already does not get a second one. */
    static boolean begins(TicketState before, TicketState after) {
        return taken(after) && (!taken(before) || !open(before) || Clocked.foundAnother(before, after));
    }

    /** Not a report that waits for its agent, and may still turn out to be none. */
    static boolean taken(TicketState ticket) {
        return switch (ticket.state()) {
            case UNSEEN -> false;
            case RECEIVED, NEEDS_INFO -> ticket.severity() != null;
            case DECLINED,
                    ANSWERED,
                    TRANSFERRED,
                    PENDING_DISPATCH,
                    VERIFYING,
                    PENDING_SIGN,
                    IN_PROGRESS,
                    RETURN_REVIEW,
                    DISPUTED,
                    SUSPENDED,
                    PENDING_REVIEW,
                    PENDING_CALLBACK,
                    REWORK,
                    CLOSED,
                    ARCHIVED,
                    MERGED,
                    WITHDRAWN -> true;
        };
    }
}
