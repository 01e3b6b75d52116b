package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of one ticket, as its author wrote it.
 *
 * @param id UUIDv7, the same on every redelivery
 * @param at the author's instant (the commit's, to the millisecond)
 * @param round the round of handling it belongs to, from 1; a stale one of an earlier round changes nothing
 * @param assignment the assignment it is about, if any
 * @param basedOn how many of the ticket's events its author had seen
 */
public record Event(
        UUID id,
        UUID ticket,
        Source source,
        Instant at,
        int round,
        @Nullable UUID assignment,
        int basedOn,
        Actor actor,
        EventData data) {

    public EventType type() {
        return EventType.of(data);
    }
}
