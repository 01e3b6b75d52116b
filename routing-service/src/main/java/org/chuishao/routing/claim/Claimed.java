package org.chuishao.routing.claim;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.routing.page.InChina;

/** The answer to a claim. Free of the ticket's words, since it is kept; {@code GET} of the queue's entry shows them. */
record Claimed(
        UUID ticket,
        String region,
        String severity,
        String category,
        String claimedBy,
        OffsetDateTime claimedAt,
        OffsetDateTime claimedUntil) {

    static Claimed of(QueuedTicket it, Hold hold) {
        return new Claimed(
                it.ticket,
                it.region,
                it.severity,
                it.category,
                hold.by(),
                InChina.of(hold.since()),
                InChina.of(hold.until()));
    }
}
