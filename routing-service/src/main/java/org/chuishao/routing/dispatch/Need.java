package org.chuishao.routing.dispatch;

import java.util.EnumSet;
import java.util.Set;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;

/** What an event asks of routing. */
enum Need {
    NONE,
    /** Not to be dispatched yet, unless it is a danger to life. */
    LOOK,
    /** Units have it: whether more words make it graver. */
    HEED,
    /** Classify and dispatch. */
    DECIDE,
    /** It came back: a dispatcher decides. */
    QUEUE;

    /** No unit has it yet. */
    static final Set<State> BEFORE_DISPATCH =
            EnumSet.of(State.RECEIVED, State.NEEDS_INFO, State.PENDING_DISPATCH, State.VERIFYING);

    /** An order by phone, or of a confirmed warning, is accepted in the same breath. */
    private static final Set<Channel> ACCEPTED_AT_ONCE = EnumSet.of(Channel.PHONE, Channel.WARNING);

    /** Units have it, and it is still classified. */
    private static final Set<State> WITH_UNITS =
            EnumSet.of(State.PENDING_SIGN, State.IN_PROGRESS, State.RETURN_REVIEW, State.DISPUTED, State.SUSPENDED);

    static Need of(ReadEvent read) {
        TicketState after = read.after();
        if (read.applied() && read.event().data() instanceof Supplemented && HEED.holdsIn(after.state())) {
            return HEED;
        }
        if (!read.applied() || !BEFORE_DISPATCH.contains(after.state())) {
            return NONE;
        }
        EventData data = read.event().data();
        boolean entered = read.before().state() != after.state();
        if (after.state() == State.PENDING_DISPATCH && entered) {
            return byTheRules(after, data) ? DECIDE : QUEUE;
        }
        boolean acceptedAtOnce =
                data instanceof TicketReceived received && ACCEPTED_AT_ONCE.contains(received.channel());
        return (entered || data instanceof Supplemented) && !acceptedAtOnce ? LOOK : NONE;
    }

    /** What is ready for the first time; danger to life also when it comes back: no dispatcher's queue stands before it. */
    private static boolean byTheRules(TicketState ticket, EventData data) {
        boolean forTheFirstTime = ticket.round() == 1 && ticket.returns() == 0;
        boolean clearer = data instanceof TicketAccepted
                || data instanceof GridReported
                || data instanceof Supplemented
                || data instanceof PlaceVerified;
        return (forTheFirstTime && clearer) || ticket.severity() == Severity.CRITICAL;
    }

    /** Whether it still holds where the ticket has come to since. */
    boolean holdsIn(State state) {
        return switch (this) {
            case NONE -> false;
            case LOOK -> BEFORE_DISPATCH.contains(state);
            case HEED -> WITH_UNITS.contains(state);
            case DECIDE, QUEUE -> state == State.PENDING_DISPATCH;
        };
    }
}
