package org.chuishao.mesh.clock;

import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * Whose clock it is: a ticket, or a unit's part of it.
 *
 * @param assignment null for the ticket's own clocks
 * @param seen how many of the ticket's events have been read or written by now
 */
public record Clocked(
        UUID ticket,
        int round,
        @Nullable UUID assignment,
        String region,
        @Nullable String unit,
        @Nullable String worker,
        Severity severity,
        @Nullable String category,
        int seen) {

    /** The ticket itself, as an ordinary one until it is classified. */
    public static Clocked of(UUID id, TicketState ticket) {
        Severity severity = ticket.severity();
        return new Clocked(
                id,
                ticket.round(),
                null,
                ticket.region(),
                null,
                null,
                severity == null ? Severity.ORDINARY : severity,
                ticket.category(),
                ticket.seen());
    }

    /** Whether another rule may hold for a ticket now: it was found to be of another level, matter or place. */
    public static boolean foundAnother(TicketState before, TicketState after) {
        return before.severity() != after.severity()
                || !Objects.equals(before.category(), after.category())
                || !before.region().equals(after.region());
    }
}
