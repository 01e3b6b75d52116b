package org.chuishao.routing.dispatch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.DispatchEvent.Disputed;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/** What a batch of the log says about one ticket, taken together: only where it ends counts. */
final class TicketNews {

    private final TicketState before;
    private ReadEvent last;
    private Need need = Need.NONE;
    private boolean left;
    private boolean cameBack;
    private boolean newWords;
    private boolean decisionLate;

    private TicketNews(ReadEvent first) {
        before = first.before();
        last = first;
    }

    static Collection<TicketNews> of(List<ReadEvent> events) {
        Map<UUID, TicketNews> tickets = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            tickets.computeIfAbsent(read.event().ticket(), ticket -> new TicketNews(read))
                    .add(read);
        }
        return tickets.values();
    }

    static boolean ownDispatchLate(ReadEvent read) {
        return !read.applied() && read.event().source() == Source.ROUTING && leadOf(read) != null;
    }

    /** It took the ticket out of the queue, and does not count. */
    private static boolean ownDecisionLate(ReadEvent read) {
        EventData data = read.event().data();
        boolean leaves = data instanceof VerificationRequested || data instanceof Disputed;
        return ownDispatchLate(read) || (!read.applied() && read.event().source() == Source.ROUTING && leaves);
    }

    /** The lead that an event names: a dispatch's, or a conference's. */
    static @Nullable String leadOf(ReadEvent read) {
        EventData data = read.event().data();
        return data instanceof TicketDispatched dispatched
                ? dispatched.leadUnit()
                : data instanceof LeadDesignated designated ? designated.leadUnit() : null;
    }

    private void add(ReadEvent read) {
        last = read;
        Need now = Need.of(read);
        // what put it before a dispatcher or the rules is not taken back by more words
        need = now == Need.NONE || (now == Need.LOOK && need.holdsIn(state())) ? need : now;
        left |= Need.BEFORE_DISPATCH.contains(read.before().state())
                && read.before().state() != state();
        cameBack |= now == Need.QUEUE;
        newWords |=
                now == Need.LOOK || (read.applied() && moreWords(read.event().data()));
        decisionLate |= ownDecisionLate(read);
    }

    private static boolean moreWords(EventData data) {
        return data instanceof Supplemented || data instanceof PlaceVerified;
    }

    private State state() {
        return last.after().state();
    }

    UUID ticket() {
        return last.event().ticket();
    }

    /** The last event read, which an answer is based on. */
    ReadEvent last() {
        return last;
    }

    TicketState after() {
        return last.after();
    }

    /** What is to be done now, all events considered. */
    Need need() {
        if (need.holdsIn(state())) {
            return need;
        }
        if (newWords && Need.HEED.holdsIn(state())) {
            return Need.HEED;
        }
        if (!decisionLate || state() != State.PENDING_DISPATCH) {
            return Need.NONE;
        }
        return after().severity() == Severity.CRITICAL ? Need.DECIDE : Need.QUEUE;
    }

    /** What it says is to be weighed: for the first time, or because something was added to it. */
    boolean toBeAssessed() {
        return switch (need()) {
            case NONE -> false;
            case LOOK, HEED, DECIDE -> true;
            case QUEUE -> newWords;
        };
    }

    /** Why it is before a dispatcher, for people. */
    String queueReason() {
        return cameBack ? "退回重派 / it came back and is dispatched anew" : "派单未生效 / the last decision came too late";
    }

    /** Also where it is back since. */
    boolean left() {
        return left;
    }

    boolean leftQueue() {
        return left && state() != State.PENDING_DISPATCH;
    }

    boolean moved() {
        return !before.region().equals(after().region()) || before.secret() != after().secret();
    }
}
