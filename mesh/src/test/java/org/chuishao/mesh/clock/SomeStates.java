package org.chuishao.mesh.clock;

import jakarta.inject.Singleton;
import java.util.Map;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.fold.State;

/** As a service names them; no other test's tickets come into these states. */
@Singleton
class SomeStates implements StateClocks {

    @Override
    public Map<State, Act> acts() {
        return Map.of(State.NEEDS_INFO, Act.SUPPLEMENT, State.VERIFYING, Act.VERIFY);
    }
}
