package org.chuishao.routing.dispatch;

import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.State;
import org.jspecify.annotations.Nullable;

/** The answer to a dispatcher: what the ticket came to. */
record Dispatched(
        UUID ticket,
        @Nullable String number,
        State state,
        String leadUnit,
        List<String> assistingUnits,
        String region,
        String category,
        Severity severity) {

    static Dispatched of(RoutedTicket ticket, TicketDispatched it, State state) {
        return new Dispatched(
                ticket.ticket,
                ticket.number,
                state,
                it.leadUnit(),
                it.assistingUnits(),
                it.region(),
                it.category(),
                it.severity());
    }
}
