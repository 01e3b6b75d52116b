package org.chuishao.grid.clock;

import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSuspended;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.time.Ids;

/** A suspension ends by itself at its review: the one clock whose instant is set and not counted. */
final class SuspensionClock {

    private static final Limit LONGEST = new Limit(Limit.Unit.NATURAL_DAYS, 30);

    private SuspensionClock() {}

    static List<Deadline> of(Event event, AssignmentSuspended suspended, TicketState after, WorkCalendar calendar) {
        UUID id = event.assignment();
        AssignmentState state = id == null ? null : after.assignments().get(id);
        if (state == null) {
            return List.of();
        }
        Clocked whose = Whose.of(event.ticket(), after, state);
        return List.of(new Deadline(
                Ids.next(),
                event.ticket(),
                after.round(),
                id,
                Act.SUSPENSION,
                whose.region(),
                whose.unit(),
                whose.worker(),
                "review",
                calendar.version(),
                false,
                LONGEST,
                StartRule.AT_ONCE,
                event.at(),
                suspended.reviewAt(),
                null));
    }
}
