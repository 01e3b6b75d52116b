package org.chuishao.mesh.fold;

import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.AssignmentState.Phase;

/** What grid's events do to a ticket. */
final class OfGrid {

    private OfGrid() {}

    /** Found by the grid: received and accepted at once, and where the worker solved it on the spot, up for review. */
    static void reported(TicketEdit ticket, Event event, GridReported it) {
        ticket.to(it.solvedOnSpot() ? State.PENDING_REVIEW : State.PENDING_DISPATCH);
        ticket.channel = Channel.GRID;
        ticket.kind = Kind.OTHER;
        ticket.category = it.category();
        ticket.at(it.place().region() == null ? it.grid() : it.place().region());
    }

    static void verified(TicketEdit ticket, Event event, PlaceVerified it) {
        ticket.to(State.PENDING_DISPATCH);
        ticket.at(it.region());
    }

    static void created(TicketEdit ticket, Event event, AssignmentCreated it) {
        UUID id = event.assignment();
        if (id == null) {
            return;
        }
        ticket.assignments.put(
                id,
                new AssignmentState(
                        id,
                        event.round(),
                        it.lead(),
                        it.unit(),
                        it.grid(),
                        it.worker(),
                        Phase.PENDING_SIGN,
                        null,
                        false,
                        false,
                        null,
                        null,
                        it.parent()));
        if (it.lead()) {
            ticket.lead = id;
            ticket.to(State.PENDING_SIGN);
        }
    }

    /** Into other hands; what was done so far stays done. */
    static void reassigned(TicketEdit ticket, Event event, AssignmentReassigned it) {
        AssignmentState unit = Rule.about(ticket, event);
        if (unit != null) {
            ticket.put(unit.heldBy(it.grid(), it.worker()));
        }
    }

    static void returnRequested(TicketEdit ticket, AssignmentState unit, ReturnRequested it) {
        ticket.put(unit.aside(Phase.RETURN_REVIEW));
        ticket.returns += unit.id().equals(ticket.lead) ? 1 : 0;
    }

    static void supervised(TicketEdit ticket, Event event, TicketSupervised it) {
        ticket.supervision = Math.max(ticket.supervision, it.level());
    }
}
