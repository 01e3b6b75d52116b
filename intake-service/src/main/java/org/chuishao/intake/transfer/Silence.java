package org.chuishao.intake.transfer;

import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/** What the clock writes when an emergency service has not answered in time: the first receiver handles the ticket. */
final class Silence {

    private Silence() {}

    /**
     * @param ticket as it is when the time is over, own pending events included
     * @param service that was asked; null if none was
     * @return null where a receipt came after all
     */
    static @Nullable Transferred of(TicketState ticket, @Nullable EmergencyService service) {
        return service != null && ticket.transfer() == Transferred.Receipt.REQUESTED
                ? new Transferred(service.number(), Transferred.Receipt.SILENT, null)
                : null;
    }
}
