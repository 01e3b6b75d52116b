package org.chuishao.routing.dispatch;

import java.util.EnumSet;
import java.util.Set;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;

/** What an event asks of routing. */
enum Need {
    NONE,
    /** Not to be dispatched yet, unless it is a danger to life. */
    LOOK,
    /** Classify and dispatch. */
    DECIDE,
    /** It came back: a dispatcher decides. */
    QUEUE;

    /** No unit has it yet. */
    static final Set<State> BEFORE_DISPATCH =
            EnumSet.of(State.RECEIVED, State.NEEDS_INFO, State.PENDING_DISPATCH, State.VERIFYING);

    static Need of(ReadEvent read) {
        TicketState after = read.after();
        if (!read.applied() || !BEFORE_DISPATCH.contains(after.state())) {
            return NONE;
        }
        EventData data = read.event().data();
        if (after.state() == State.PENDING_DISPATCH && read.before().state() != State.PENDING_DISPATCH) {
            boolean forTheFirstTime = after.round() == 1 && after.returns() == 0;
            boolean clearer =
                    data instanceof TicketAccepted || data instanceof Supplemented || data instanceof PlaceVerified;
            return forTheFirstTime && clearer ? DECIDE : QUEUE;
        }
        // an order by phone is accepted in the same breath
        boolean words = data instanceof Supplemented
                || (data instanceof TicketReceived received && received.channel() != Channel.PHONE);
        return words ? LOOK : NONE;
    }

    /** Whether it still holds where the ticket has come to since. */
    boolean holdsIn(State state) {
        return switch (this) {
            case NONE -> false;
            case LOOK -> BEFORE_DISPATCH.contains(state);
            case DECIDE, QUEUE -> state == State.PENDING_DISPATCH;
        };
    }
}
