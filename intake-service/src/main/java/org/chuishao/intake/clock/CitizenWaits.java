package org.chuishao.intake.clock;

import java.util.Objects;
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
        return taken(after) && (!taken(before) || !open(before) || foundAnother(before, after));
    }

    /** What a rule goes by. */
    static boolean foundAnother(TicketState before, TicketState after) {
        return before.severity() != after.severity()
                || !Objects.equals(before.category(), after.category())
                || !before.region().equals(after.region());
    }

    private static boolean taken(TicketState ticket) {
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
