package org.chuishao.analytics.facts;

import java.time.Instant;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket for the first time, and when.
 *
 * @param caller keyed hash of who called; null where nobody did, or did not say
 * @param unit dispatched to first
 * @param mode of the first dispatch: AUTO, HUMAN, or CONFERENCE where a dispute named the lead before any
 */
public record Firsts(
        @Nullable String caller,
        @Nullable Instant receivedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant dispatchedAt,
        @Nullable String unit,
        @Nullable String mode) {

    static final Firsts NONE = new Firsts(null, null, null, null, null, null, null);

    Firsts after(ReadEvent read) {
        EventData data = read.event().data();
        Dispatch dispatch = Dispatch.in(data);
        return new Firsts(
                data instanceof TicketReceived it ? it.callerHash() : caller,
                Said.first(receivedAt, read.before().state() == State.UNSEEN, read),
                Said.first(acceptedAt, data instanceof TicketAccepted || data instanceof GridReported, read),
                Said.first(answeredAt, data instanceof Answered, read),
                Said.first(dispatchedAt, dispatch != null, read),
                Said.first(unit, dispatch == null ? null : dispatch.unit()),
                Said.first(mode, dispatch == null ? null : dispatch.mode()));
    }
}
