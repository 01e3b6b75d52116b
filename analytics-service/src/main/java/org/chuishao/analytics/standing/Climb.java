package org.chuishao.analytics.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody above was told of a ticket (升级) or supervises it (督办).
 *
 * @param from the unit that had it; null where none had
 * @param fromGrid somebody in a grid had it
 * @param supervision 1 to 3; null where it was told only
 * @param stands of an open ticket, and nothing has answered it within the batch that it came in
 */
record Climb(
        UUID event,
        UUID ticket,
        @Nullable String from,
        boolean fromGrid,
        String to,
        String cause,
        @Nullable Integer supervision,
        Instant at,
        boolean stands) {

    /** Here what was told of is answered: the result is in, or nothing more is owed. */
    private static final Set<State> ANSWERS = EnumSet.of(
            State.PENDING_REVIEW,
            State.PENDING_CALLBACK,
            State.ANSWERED,
            State.MERGED,
            State.DECLINED,
            State.CLOSED,
            State.ARCHIVED,
            State.WITHDRAWN);

    /** What a batch brought of one ticket, in order. */
    static List<Climb> in(List<ReadEvent> events) {
        List<Climb> climbs = new ArrayList<>();
        for (ReadEvent read : events) {
            if (answers(read)) {
                climbs.replaceAll(Climb::answered);
            }
            Climb climb = of(read);
            if (climb != null) {
                climbs.add(climb);
            }
        }
        return climbs;
    }

    /** Dispatched anew, handed in, taken up again or over: what was told before has been answered. */
    static boolean answers(ReadEvent read) {
        EventData data = read.event().data();
        State now = read.after().state();
        return data instanceof TicketDispatched
                || data instanceof LeadDesignated
                || read.after().round() != read.before().round()
                || (now != read.before().state() && ANSWERS.contains(now));
    }

    /** What was merged into another goes with that one. */
    static boolean isOpen(State state) {
        return !state.settled() && state != State.MERGED && state != State.UNSEEN;
    }

    private static @Nullable Climb of(ReadEvent read) {
        EventData data = read.event().data();
        if (data instanceof TicketEscalated it) {
            return of(read, it.to(), it.cause(), null);
        }
        return data instanceof TicketSupervised it ? of(read, it.unit(), it.cause(), it.level()) : null;
    }

    /** Who had it is the ticket's own word: what the event says may be a service that was late. */
    private static Climb of(ReadEvent read, String to, String cause, @Nullable Integer supervision) {
        return new Climb(
                read.event().id(),
                read.event().ticket(),
                read.after().leadUnit(),
                LeadPart.inGrid(read.after()),
                to,
                cause,
                supervision,
                read.event().at(),
                isOpen(read.after().state()));
    }

    private Climb answered() {
        return new Climb(event, ticket, from, fromGrid, to, cause, supervision, at, false);
    }
}
