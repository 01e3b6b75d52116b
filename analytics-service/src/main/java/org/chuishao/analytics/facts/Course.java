package org.chuishao.analytics.facts;

import java.time.Instant;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.ExclusionDecided;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * The course that a ticket has taken, and how it ended.
 *
 * @param misdirected its first dispatch was given back by a granted return, or another unit was named in its place
 * @param closedAt the last time; null while it is open again
 * @param ground on which it was closed
 * @param excluded an unreasonable demand by the last decision
 */
public record Course(
        int dispatches,
        boolean misdirected,
        int reopenings,
        @Nullable Instant closedAt,
        @Nullable String ground,
        boolean excluded) {

    static final Course BEGINNING = new Course(0, false, 0, null, null, false);

    Course after(ReadEvent read) {
        EventData data = read.event().data();
        boolean dispatched = Dispatch.in(data) != null;
        boolean reopened = data instanceof Reopened;
        boolean wrong = dispatches == 1 && (givenBack(read) || namedInPlace(read));
        return new Course(
                dispatches + (dispatched ? 1 : 0),
                misdirected || wrong,
                reopenings + (reopened ? 1 : 0),
                data instanceof Closed ? Said.at(read) : reopened ? null : closedAt,
                data instanceof Closed it ? it.ground().name() : reopened ? null : ground,
                data instanceof ExclusionDecided it ? it.granted() : excluded);
    }

    private static boolean givenBack(ReadEvent read) {
        return read.event().data() instanceof ReturnAdjudicated it
                && it.granted()
                && it.assignment().equals(read.before().lead());
    }

    /** Nobody has it any more after a granted return, a reopening or an unmerging: then no unit is set aside. */
    private static boolean namedInPlace(ReadEvent read) {
        Dispatch dispatch = Dispatch.in(read.event().data());
        String former = read.before().leadUnit();
        return dispatch != null && former != null && !former.equals(dispatch.unit());
    }
}
