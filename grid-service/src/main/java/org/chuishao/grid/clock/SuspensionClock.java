package org.chuishao.grid.clock;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSuspended;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.time.Ids;

/** A suspension ends by itself at its review: the one clock whose instant is set and not counted. */
final class SuspensionClock {

    private static final Limit LONGEST = new Limit(Limit.Unit.NATURAL_DAYS, 30);

    private SuspensionClock() {}

    static Optional<Armed> of(ReadEvent read, Instant now, WorkCalendar calendar) {
        UUID id = read.event().assignment();
        AssignmentState state = id == null ? null : read.after().assignments().get(id);
        if (state == null || !read.applied() || !(read.event().data() instanceof AssignmentSuspended suspended)) {
            return Optional.empty();
        }
        Deadline clock = new Deadline(
                Ids.next(),
                read.event().ticket(),
                read.after().round(),
                id,
                Act.SUSPENSION,
                state.grid() == null ? read.after().region() : state.grid(),
                state.unit(),
                state.worker(),
                "review",
                calendar.version(),
                false,
                LONGEST,
                StartRule.AT_ONCE,
                now,
                suspended.reviewAt(),
                null);
        return Optional.of(new Armed(clock, read.after().seen()));
    }
}
