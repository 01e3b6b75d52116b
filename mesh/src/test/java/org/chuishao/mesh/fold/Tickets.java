package org.chuishao.mesh.fold;

import static org.chuishao.mesh.event.EventType.*;

import java.util.List;
import org.chuishao.mesh.fold.Step.Verdict;

/** One ordinary ticket in each state, by a life that leads there. */
final class Tickets {

    /** The states by their letters in a table. */
    static final List<State> STATES = List.of(
            State.UNSEEN,
            State.RECEIVED,
            State.NEEDS_INFO,
            State.TRANSFERRED,
            State.PENDING_DISPATCH,
            State.VERIFYING,
            State.PENDING_SIGN,
            State.IN_PROGRESS,
            State.RETURN_REVIEW,
            State.DISPUTED,
            State.SUSPENDED,
            State.PENDING_REVIEW,
            State.PENDING_CALLBACK,
            State.REWORK,
            State.ANSWERED,
            State.CLOSED,
            State.DECLINED,
            State.WITHDRAWN,
            State.MERGED,
            State.ARCHIVED);

    private static final List<String> CODES = List.of(
            "UN", "RE", "NI", "TR", "PD", "VE", "PS", "IP", "RR", "DI", "SU", "PR", "PC", "RW", "AN", "CL", "DE", "WI",
            "ME", "AR");

    private Tickets() {}

    static String code(State state) {
        return CODES.get(STATES.indexOf(state));
    }

    static State of(String code) {
        return STATES.get(CODES.indexOf(code));
    }

    static TicketState in(State state) {
        return life(state).stands(state).ticket();
    }

    private static Life life(State state) {
        return switch (state) {
            case UNSEEN -> Life.begins();
            case RECEIVED -> Life.begins().then(TICKET_RECEIVED);
            case NEEDS_INFO -> life(State.RECEIVED).then(INFO_REQUESTED);
            case TRANSFERRED -> life(State.RECEIVED).then(TRANSFERRED);
            case PENDING_DISPATCH -> life(State.RECEIVED).then(TICKET_ACCEPTED);
            case VERIFYING -> life(State.PENDING_DISPATCH).then(VERIFICATION_REQUESTED);
            case PENDING_SIGN -> life(State.PENDING_DISPATCH).then(DISPATCHED).then(ASSIGNMENT_CREATED);
            case IN_PROGRESS -> life(State.PENDING_SIGN).then(ASSIGNMENT_SIGNED);
            case RETURN_REVIEW -> life(State.IN_PROGRESS).then(RETURN_REQUESTED);
            case DISPUTED -> life(State.RETURN_REVIEW).then(DISPUTED);
            case SUSPENDED -> life(State.IN_PROGRESS).then(ASSIGNMENT_SUSPENDED);
            case PENDING_REVIEW -> life(State.IN_PROGRESS).then(ASSIGNMENT_RESOLVED);
            case PENDING_CALLBACK -> life(State.PENDING_REVIEW).then(REVIEWED);
            case REWORK -> life(State.PENDING_CALLBACK).then(REWORK_ORDERED);
            case ANSWERED -> life(State.RECEIVED).then(ANSWERED);
            case CLOSED -> life(State.PENDING_CALLBACK).then(CLOSED);
            case DECLINED -> life(State.RECEIVED).then(DECLINED);
            case WITHDRAWN -> life(State.IN_PROGRESS).then(WITHDRAWN);
            case MERGED -> life(State.IN_PROGRESS).then(MERGED);
            case ARCHIVED -> life(State.CLOSED).then(ARCHIVED);
        };
    }

    /** The same ticket after an event that came too late. */
    static TicketState counted(TicketState ticket) {
        return new TicketEdit(ticket).after(Verdict.LATE);
    }
}
