package org.chuishao.analytics.facts;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.ArrivedOnSite;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionGranted;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * One unit's part of a ticket.
 *
 * @param dispatched by routing: not handed down within a line or territory, and not opened to be done again
 * @param contactedAt when the citizen was first reached
 * @param resolvedAt when the result that stands was handed in; null again where it was sent back
 */
record PartFact(
        UUID part,
        UUID ticket,
        String region,
        String unit,
        boolean lead,
        boolean dispatched,
        Instant createdAt,
        @Nullable Instant signedAt,
        @Nullable Instant contactedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant returnAskedAt,
        @Nullable Instant returnGrantedAt,
        @Nullable Instant extendedAt) {

    static PartFact created(AssignmentState part, ReadEvent read) {
        return new PartFact(
                part.id(),
                read.event().ticket(),
                read.after().region(),
                part.unit(),
                part.lead(),
                part.parent() == null && read.before().state() != State.REWORK,
                Said.at(read),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** @param now the part after the event, whatever the event is about */
    PartFact after(AssignmentState now, ReadEvent read) {
        EventData data = part.equals(Said.part(read.event())) ? read.event().data() : null;
        return new PartFact(
                part,
                ticket,
                read.after().region(),
                unit,
                lead,
                dispatched,
                createdAt,
                Said.first(signedAt, data instanceof AssignmentSigned, read),
                Said.first(contactedAt, data instanceof CitizenContacted it && it.reached(), read),
                Said.first(arrivedAt, data instanceof ArrivedOnSite, read),
                now.phase() == Phase.RESOLVED ? Said.first(resolvedAt, Said.at(read)) : null,
                Said.first(returnAskedAt, data instanceof ReturnRequested, read),
                Said.first(returnGrantedAt, data instanceof ReturnAdjudicated it && it.granted(), read),
                Said.first(extendedAt, data instanceof ExtensionGranted, read));
    }

    /** When the act was done that a clock waits for. */
    @Nullable
    Instant done(CountedAct act) {
        return switch (act) {
            case SIGN -> signedAt;
            case CONTACT -> contactedAt;
            case ARRIVE -> arrivedAt;
            case RESOLVE -> resolvedAt;
        };
    }
}
