package org.chuishao.mesh.fold;

import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.AssignmentState.Phase;

/** What routing's events do to a ticket. */
final class OfRouting {

    private OfRouting() {}

    static void classified(TicketEdit ticket, Event event, TicketClassified it) {
        ticket.severity = it.severity();
        ticket.category = it.category();
        if (States.BEFORE_DISPATCH.contains(ticket.state)) {
            ticket.at(it.region());
        }
    }

    static void dispatched(TicketEdit ticket, Event event, TicketDispatched it) {
        ticket.release();
        ticket.to(State.PENDING_SIGN);
        ticket.leadUnit = it.leadUnit();
        ticket.copies.addAll(it.copies());
        ticket.severity = it.severity();
        ticket.category = it.category();
        ticket.at(it.region());
    }

    /** Granted to the lead, the whole dispatch is over; granted to an assisting unit, only its own part. */
    static void adjudicated(TicketEdit ticket, AssignmentState unit, ReturnAdjudicated it) {
        if (!it.granted()) {
            ticket.put(unit.back().withReturnRefused());
        } else if (unit.id().equals(ticket.lead)) {
            ticket.put(unit.aside(Phase.ENDED));
            ticket.release();
        } else {
            ticket.put(unit.aside(Phase.ENDED));
            ticket.endHandedDown(unit.id());
        }
    }

    static void designated(TicketEdit ticket, Event event, LeadDesignated it) {
        ticket.release();
        ticket.to(State.PENDING_SIGN);
        ticket.leadUnit = it.leadUnit();
        ticket.returnBarred = true;
        ticket.at(it.region());
    }
}
