package org.chuishao.intake.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Declined;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's event means to those that were merged into it.
 *
 * @param told whether its result may be told to the callers of the others
 */
record ParentsEnd(
        UUID parent, Meaning meaning, Instant at, @Nullable UUID lead, boolean told) {

    /**
     * RESULT: each caller can be called back. NO_RESULT: each goes on by itself. AGAIN: each waits for another result.
     * HUSHED: the result is no longer told.
     */
    enum Meaning {
        RESULT,
        NO_RESULT,
        AGAIN,
        HUSHED
    }

    static List<ParentsEnd> of(List<ReadEvent> events, Meaning meaning) {
        return events.stream()
                .filter(ReadEvent::applied)
                .filter(read -> meaning(read.event().data()) == meaning)
                .map(read -> of(read, meaning))
                .toList();
    }

    private static ParentsEnd of(ReadEvent read, Meaning meaning) {
        Kind kind = read.after().kind();
        boolean factsOnly =
                Sight.factsOnly(kind == null ? Kind.OTHER : kind, read.after().secret());
        return new ParentsEnd(
                read.event().ticket(), meaning, read.event().at(), read.after().lead(), !factsOnly);
    }

    /** Who withdrew, was declined or supplied nothing speaks for himself alone, not for the others. */
    private static @Nullable Meaning meaning(EventData data) {
        if (data instanceof Closed closed) {
            return closed.ground() == Ground.INCOMPLETE ? Meaning.NO_RESULT : Meaning.RESULT;
        }
        if (data instanceof Withdrawn || data instanceof Declined) {
            return Meaning.NO_RESULT;
        }
        if (data instanceof SecrecyChanged changed) {
            return changed.secret() ? Meaning.HUSHED : null;
        }
        return data instanceof Answered ? Meaning.RESULT : data instanceof Reopened ? Meaning.AGAIN : null;
    }
}
