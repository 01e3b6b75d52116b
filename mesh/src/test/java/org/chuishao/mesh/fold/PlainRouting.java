package org.chuishao.mesh.fold;

import org.chuishao.mesh.event.DispatchEvent.*;
import org.chuishao.mesh.event.EventData;

/** What routing's events do to a {@link PlainTicket}. */
final class PlainRouting {

    private final PlainTicket ticket;

    PlainRouting(PlainTicket ticket) {
        this.ticket = ticket;
    }

    boolean hear(EventData it) {
        if (it instanceof TicketClassified classified) {
            return classify(classified);
        } else if (it instanceof VerificationRequested) {
            boolean held = "CRITICAL".equals(ticket.severity);
            return ticket.in("PENDING_DISPATCH") && !held && ticket.become("VERIFYING");
        } else if (it instanceof TicketDispatched dispatched) {
            return dispatch(dispatched);
        } else if (it instanceof ReturnAdjudicated adjudicated) {
            return new PlainUnits(ticket).adjudicate(adjudicated.assignment(), adjudicated.granted());
        } else if (it instanceof Disputed) {
            return ticket.in("RETURN_REVIEW", "PENDING_DISPATCH", "PENDING_SIGN", "IN_PROGRESS")
                    && !ticket.leadNamedByConference
                    && ticket.asideTo("DISPUTED");
        } else if (it instanceof LeadDesignated designated) {
            return ticket.in("DISPUTED") && designate(designated);
        }
        throw new IllegalArgumentException("not routing's: " + it);
    }

    private boolean classify(TicketClassified it) {
        boolean early = PlainTicket.BEFORE_DISPATCH.contains(ticket.state);
        if (!early && !ticket.in("PENDING_SIGN", "IN_PROGRESS", "RETURN_REVIEW", "DISPUTED", "SUSPENDED")) {
            return false;
        }
        ticket.severity = it.severity().name();
        ticket.category = it.category();
        ticket.region = early ? it.region() : ticket.region;
        return true;
    }

    private boolean dispatch(TicketDispatched it) {
        boolean danger = it.severity().name().equals("CRITICAL");
        boolean fits = danger ? PlainTicket.BEFORE_DISPATCH.contains(ticket.state) : ticket.in("PENDING_DISPATCH");
        if (!fits) {
            return false;
        }
        ticket.takeFromUnits();
        ticket.leadUnit = it.leadUnit();
        ticket.severity = it.severity().name();
        ticket.category = it.category();
        ticket.region = it.region();
        return ticket.become("PENDING_SIGN");
    }

    private boolean designate(LeadDesignated it) {
        ticket.takeFromUnits();
        ticket.leadUnit = it.leadUnit();
        ticket.leadNamedByConference = true;
        ticket.region = it.region();
        return ticket.become("PENDING_SIGN");
    }
}
