package org.chuishao.mesh.fold;

import org.jspecify.annotations.Nullable;

/**
 * What one event did to a ticket.
 *
 * @param why for people, where the event came too late
 */
public record Step(
        TicketState after, Verdict verdict, @Nullable String why) {

    /** APPLIED: it counts. LATE: it stands in the timeline and changed nothing but the counts. */
    public enum Verdict {
        APPLIED,
        LATE
    }
}
