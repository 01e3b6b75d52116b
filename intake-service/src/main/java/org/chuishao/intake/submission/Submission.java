package org.chuishao.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.log.IdempotentCall;
import org.jspecify.annotations.Nullable;

/**
 * All that one submission writes.
 *
 * @param caller sealed
 * @param phoneCall sealed
 * @param region smallest place known
 * @param events received, and accepted where an agent had the citizen on the phone
 */
record Submission(
        IdempotentCall call,
        Receipt receipt,
        String reply,
        TicketReceived received,
        @Nullable String caller,
        @Nullable String phoneCall,
        String region,
        Instant at,
        List<Event> events) {

    UUID ticket() {
        return receipt.id();
    }
}
