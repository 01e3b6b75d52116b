package org.chuishao.analytics.facts;

import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.EventData;
import org.jspecify.annotations.Nullable;

/** A ticket was given to a lead unit, by routing or by a conference. */
record Dispatch(String unit, String mode) {

    static @Nullable Dispatch in(EventData data) {
        if (data instanceof TicketDispatched it) {
            return new Dispatch(it.leadUnit(), it.mode().name());
        }
        return data instanceof LeadDesignated it ? new Dispatch(it.leadUnit(), "CONFERENCE") : null;
    }
}
