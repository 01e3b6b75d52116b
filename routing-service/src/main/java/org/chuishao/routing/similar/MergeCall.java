package org.chuishao.routing.similar;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;
import org.jspecify.annotations.Nullable;

/**
 * The call that merges two tickets (并单), ready to be sent to intake, which owns merges, by the dispatcher himself and with
 * an Idempotency-Key of his own. Intake has the last word.
 */
record MergeCall(String service, String method, String path, Body body) {

    private static final Set<State> TAKES_NONE_IN = EnumSet.of(State.MERGED, State.ANSWERED, State.UNSEEN);

    /** As intake's endpoint takes it. */
    record Body(UUID parent, String ground) {}

    /** One of the two. */
    record Party(UUID ticket, State state, Instant at) {

        private boolean mayGoInto(Party parent) {
            return Fold.allowed(state).contains(EventType.MERGED)
                    && !parent.state.settled()
                    && !TAKES_NONE_IN.contains(parent.state);
        }
    }

    /** The later into the earlier where that may be, else the other way round; null where neither may. */
    static @Nullable MergeCall of(Party one, Party other, Likeness likeness) {
        Party earlier = other.at.isAfter(one.at) ? one : other;
        Party later = earlier.equals(one) ? other : one;
        if (later.mayGoInto(earlier)) {
            return of(later.ticket, earlier.ticket, likeness);
        }
        return earlier.mayGoInto(later) ? of(earlier.ticket, later.ticket, likeness) : null;
    }

    private static MergeCall of(UUID child, UUID parent, Likeness likeness) {
        String ground = "同一事项并单：" + String.join("；", likeness.reasons());
        return new MergeCall("intake", "POST", "/api/v1/tickets/" + child + "/merges", new Body(parent, ground));
    }
}
