package org.chuishao.analytics.facts;

import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, as figures ask for it.
 *
 * @param meaning of its words as routing last read them, to be held beside others'; none of a secret ticket
 */
public record TicketFact(
        UUID ticket,
        Present now,
        Firsts firsts,
        Course course,
        @Nullable Meaning meaning) {

    static TicketFact of(UUID ticket) {
        return new TicketFact(ticket, Present.of(TicketState.unseen()), Firsts.NONE, Course.BEGINNING, null);
    }

    TicketFact after(ReadEvent read) {
        return new TicketFact(
                ticket, Present.of(read.after()), firsts.after(read), course.after(read), meaningAfter(read));
    }

    /** What the rules alone looked at again keeps it; what has become secret loses it for good. */
    private @Nullable Meaning meaningAfter(ReadEvent read) {
        if (read.after().secret()) {
            return null;
        }
        return read.event().data() instanceof TicketClassified it && it.meaning() != null ? it.meaning() : meaning;
    }
}
