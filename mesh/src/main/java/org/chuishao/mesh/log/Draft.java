package org.chuishao.mesh.log;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/** An event about to be written by a reader's effect; who, when and on which id is the outbox's to add. */
public record Draft(UUID ticket, int round, @Nullable UUID assignment, int basedOn, EventData data) {

    /** An answer to what was just read. */
    public static Draft after(ReadEvent cause, @Nullable UUID assignment, EventData data) {
        return on(cause.event().ticket(), cause.after(), assignment, data);
    }

    static Draft on(UUID ticket, TicketState state, @Nullable UUID assignment, EventData data) {
        return new Draft(ticket, state.round(), assignment, state.seen(), data);
    }

    /** The same answer one event further, where several are written at once. */
    public Draft then(int events) {
        return new Draft(ticket, round, assignment, basedOn + events, data);
    }

    Event by(Source source, Actor actor, UUID id, Instant at) {
        return new Event(id, ticket, source, at, round, assignment, basedOn, actor, data);
    }
}
