package org.chuishao.mesh.fold;

import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.InfoRequested;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.Promised;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.event.IntakeEvent.Unmerged;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState.Phase;

/** What intake's events do to a ticket. */
final class OfIntake {

    private OfIntake() {}

    static void received(TicketEdit ticket, Event event, TicketReceived it) {
        ticket.to(State.RECEIVED);
        ticket.number = it.number();
        ticket.channel = it.channel();
        ticket.kind = it.kind();
        ticket.secret = it.secret();
        ticket.category = it.category();
        ticket.at(it.place().region());
    }

    static void accepted(TicketEdit ticket, Event event, TicketAccepted it) {
        ticket.to(State.PENDING_DISPATCH);
        ticket.at(it.region());
    }

    static void infoRequested(TicketEdit ticket, Event event, InfoRequested it) {
        if (ticket.state != State.NEEDS_INFO) {
            ticket.aside(State.NEEDS_INFO);
        }
        ticket.infoAttempts++;
    }

    /** More may come at any time; only where it was asked for does it move the ticket. */
    static void supplemented(TicketEdit ticket, Event event, Supplemented it) {
        if (it.place() != null && States.BEFORE_DISPATCH.contains(ticket.state)) {
            ticket.at(it.place().region());
        }
        if (ticket.state == State.NEEDS_INFO) {
            ticket.back(State.RECEIVED);
        }
    }

    /** Where units have the ticket already they go on, and the transfer is noted beside them. */
    static void transferred(TicketEdit ticket, Event event, Transferred it) {
        ticket.transfer = it.receipt();
        switch (it.receipt()) {
            case REQUESTED -> {
                if (States.BEFORE_DISPATCH.contains(ticket.state)) {
                    ticket.to(State.TRANSFERRED);
                }
            }
            case REFUSED, SILENT -> {
                if (ticket.state == State.TRANSFERRED) {
                    ticket.to(State.RECEIVED);
                }
            }
            case ACCEPTED -> {}
        }
    }

    static void merged(TicketEdit ticket, Event event, Merged it) {
        ticket.aside(State.MERGED);
        ticket.parent = it.parent();
    }

    /** A unit that was still to be told while the ticket was merged was never told: such a ticket is dispatched anew. */
    static void unmerged(TicketEdit ticket, Event event, Unmerged it) {
        ticket.parent = null;
        ticket.back(State.PENDING_DISPATCH);
        if (ticket.state == State.PENDING_SIGN && ticket.lead == null) {
            ticket.release();
            ticket.to(State.PENDING_DISPATCH);
        }
    }

    static void withdrawn(TicketEdit ticket, Event event, Withdrawn it) {
        ticket.endAssignments();
        ticket.to(State.WITHDRAWN);
    }

    static void reviewed(TicketEdit ticket, Event event, Reviewed it) {
        AssignmentState lead = ticket.lead == null ? null : ticket.assignments.get(ticket.lead);
        if (it.passed()) {
            ticket.to(State.PENDING_CALLBACK);
        } else if (lead == null) {
            ticket.to(State.PENDING_DISPATCH);
        } else {
            ticket.put(lead.in(Phase.IN_PROGRESS).withSolved(null));
        }
    }

    static void calledBack(TicketEdit ticket, Event event, CalledBack it) {
        ticket.callbackAttempts++;
        if (it.solved() != null) {
            ticket.citizenSolved = it.solved();
        }
    }

    /** The same unit has to do it again; where none ever had it, it is dispatched. */
    static void reworkOrdered(TicketEdit ticket, Event event, ReworkOrdered it) {
        ticket.startRound(it.round());
        ticket.reworks++;
        ticket.to(ticket.leadUnit == null ? State.PENDING_DISPATCH : State.REWORK);
    }

    static void closed(TicketEdit ticket, Event event, Closed it) {
        ticket.endAssignments();
        ticket.to(State.CLOSED);
    }

    /** A declined ticket that is contested is looked at again; any other is dispatched anew. */
    static void reopened(TicketEdit ticket, Event event, Reopened it) {
        ticket.release();
        ticket.startRound(it.round());
        ticket.to(ticket.state == State.DECLINED ? State.RECEIVED : State.PENDING_DISPATCH);
    }

    static void promised(TicketEdit ticket, Event event, Promised it) {
        ticket.severity = Severity.PROMISED;
    }
}
