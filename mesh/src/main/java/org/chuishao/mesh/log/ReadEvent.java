package org.chuishao.mesh.log;

import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was read: what it said, whether it counted, and the ticket around it.
 *
 * @param why for people, where it came too late
 */
public record ReadEvent(
        Event event, Step.Verdict verdict, @Nullable String why, TicketState before, TicketState after) {

    public boolean applied() {
        return verdict == Step.Verdict.APPLIED;
    }

    /** What a command of this service did and the log did not take: another's event stood before it. */
    public boolean inVain(Source self) {
        return !applied() && event.source() == self;
    }
}
