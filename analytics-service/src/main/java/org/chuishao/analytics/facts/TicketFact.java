package org.chuishao.analytics.facts;

import java.util.UUID;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;

/** A ticket, as figures ask for it. */
public record TicketFact(UUID ticket, Present now, Firsts firsts, Course course) {

    static TicketFact of(UUID ticket) {
        return new TicketFact(ticket, Present.of(TicketState.unseen()), Firsts.NONE, Course.BEGINNING);
    }

    TicketFact after(ReadEvent read) {
        return new TicketFact(ticket, Present.of(read.after()), firsts.after(read), course.after(read));
    }
}
