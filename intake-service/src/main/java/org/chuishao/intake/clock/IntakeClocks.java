package org.chuishao.intake.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.StateClocks;
import org.chuishao.mesh.fold.State;

/**
 * The states that a ticket leaves by an act of intake's. What is settled waits out its window, in which it may be taken up
 * again.
 */
@ApplicationScoped
class IntakeClocks implements StateClocks {

    @Override
    public Map<State, Act> acts() {
        return Map.of(
                State.RECEIVED, Act.ACCEPT,
                State.NEEDS_INFO, Act.SUPPLEMENT,
                State.PENDING_REVIEW, Act.REVIEW,
                State.PENDING_CALLBACK, Act.CALLBACK,
                State.CLOSED, Act.REOPEN_WINDOW,
                State.ANSWERED, Act.REOPEN_WINDOW,
                State.DECLINED, Act.REOPEN_WINDOW,
                State.WITHDRAWN, Act.REOPEN_WINDOW);
    }
}
