package org.chuishao.mesh.fold;

import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.MediationEvent;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.jspecify.annotations.Nullable;

/** Why an event does not count although the ticket's state would let it; null where it does. */
final class Late {

    private Late() {}

    static @Nullable String danger(TicketEdit ticket, Event event, EventData it) {
        return ticket.severity == Severity.CRITICAL ? "danger to life is never held" : null;
    }

    /** A receipt answers an open request; who asked twice waits for the first answer. */
    static @Nullable String receipt(TicketEdit ticket, Event event, Transferred it) {
        boolean open = ticket.transfer == Receipt.REQUESTED;
        if (it.receipt() == Receipt.REQUESTED) {
            return open ? "the other side has not answered yet" : null;
        }
        return open ? null : "no transfer waits for a receipt";
    }

    static @Nullable String ownParent(TicketEdit ticket, Event event, Merged it) {
        return it.parent().equals(event.ticket()) ? "a ticket is not merged into itself" : null;
    }

    static @Nullable String notNext(TicketEdit ticket, int round) {
        return round == ticket.round + 1 ? null : "the next round is " + (ticket.round + 1) + ", not " + round;
    }

    static @Nullable String ground(TicketEdit ticket, Event event, Closed it) {
        boolean fits =
                switch (ticket.state) {
                    case NEEDS_INFO -> it.ground() == Ground.INCOMPLETE;
                    case TRANSFERRED -> it.ground() == Ground.TRANSFERRED && ticket.transfer == Receipt.ACCEPTED;
                    default -> it.ground() != Ground.INCOMPLETE && it.ground() != Ground.TRANSFERRED;
                };
        if (!fits) {
            return "not closed as " + it.ground() + " from " + ticket.state + ' ' + ticket.state.label();
        }
        boolean contradicted = it.ground() == Ground.SOLVED && Boolean.FALSE.equals(ticket.citizenSolved);
        return contradicted ? "the citizen says that it is not solved" : null;
    }

    /** What endangers life goes out from wherever it stands; the rest has to be accepted and clear. */
    static @Nullable String notToBeDispatched(TicketEdit ticket, Event event, TicketDispatched it) {
        boolean ready = ticket.state == State.PENDING_DISPATCH || it.severity() == Severity.CRITICAL;
        return ready ? null : "not in " + ticket.state + ' ' + ticket.state.label();
    }

    static @Nullable String designated(TicketEdit ticket, Event event, EventData it) {
        return ticket.returnBarred ? "a conference has named the lead" : null;
    }

    static @Nullable String created(TicketEdit ticket, Event event, AssignmentCreated it) {
        if (event.assignment() == null) {
            return "no assignment is named";
        }
        if (ticket.assignments.containsKey(event.assignment())) {
            return "the assignment is there already";
        }
        if (!it.lead()) {
            return it.parent() == null || active(ticket, it.parent()) ? null : "the unit above does not have it";
        }
        if (ticket.lead != null || (ticket.state != State.PENDING_SIGN && ticket.state != State.REWORK)) {
            return "the ticket has its lead";
        }
        return it.unit().equals(ticket.leadUnit) ? null : "the lead is " + ticket.leadUnit;
    }

    /**
     * Wherever the ticket stands: the parts of those who assist are left open by a review that is passed, or a return of the
     * lead, and a result that waits for its review may come back.
     */
    static @Nullable String reassigned(TicketEdit ticket, Event event, EventData it) {
        AssignmentState assignment = Rule.about(ticket, event);
        if (assignment == null) {
            return "no such assignment";
        }
        boolean now = assignment.round() == ticket.round && assignment.phase() != Phase.ENDED;
        return now ? null : "the assignment is over";
    }

    static @Nullable String returned(TicketEdit ticket, Event event, EventData it) {
        AssignmentState assignment = Rule.about(ticket, event);
        if (assignment == null) {
            return "no such assignment";
        }
        if (ticket.returnBarred && assignment.lead()) {
            return "a conference has named the lead: this dispatch cannot be returned";
        }
        boolean used = ticket.assignments.values().stream()
                .anyMatch(other -> other.unit().equals(assignment.unit()) && other.returnUsed());
        return used ? "the unit has used its one return" : null;
    }

    static @Nullable String extended(TicketEdit ticket, Event event, EventData it) {
        Extension extension = extension(ticket, event);
        return extension == null || extension == Extension.REFUSED ? null : "an extension is " + extension;
    }

    static @Nullable String noExtensionAsked(TicketEdit ticket, Event event, EventData it) {
        return extension(ticket, event) == Extension.REQUESTED ? null : "no extension waits for a decision";
    }

    /** Of an archived ticket's clocks only that of a mediation's revisit (调解回访) runs on. */
    static @Nullable String sealed(TicketEdit ticket, Event event, DeadlineEvent it) {
        boolean runsOn = ticket.state != State.ARCHIVED || it.act().equals(MediationEvent.REVISIT);
        return runsOn ? null : "not in " + ticket.state + ' ' + ticket.state.label();
    }

    /** Of an archived ticket only that nobody has revisited an agreement goes up. */
    static @Nullable String overSealed(TicketEdit ticket, Event event, TicketEscalated it) {
        boolean goesUp = ticket.state != State.ARCHIVED || it.cause().equals(MediationEvent.NOT_REVISITED);
        return goesUp ? null : "not in " + ticket.state + ' ' + ticket.state.label();
    }

    private static boolean active(TicketEdit ticket, UUID id) {
        AssignmentState assignment = ticket.assignments.get(id);
        return assignment != null && assignment.phase() != Phase.ENDED && assignment.phase() != Phase.RESOLVED;
    }

    private static @Nullable Extension extension(TicketEdit ticket, Event event) {
        AssignmentState assignment = Rule.about(ticket, event);
        return assignment == null ? null : assignment.extension();
    }
}
