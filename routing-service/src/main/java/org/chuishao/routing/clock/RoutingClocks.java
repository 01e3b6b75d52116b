package org.chuishao.routing.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.StateClocks;
import org.chuishao.mesh.fold.State;

/**
 * A ticket in dispute waits for the conference. The clocks of dispatch and of returns follow no state: the first runs only
 * where a person has to dispatch, the others belong to a unit's part.
 */
@ApplicationScoped
class RoutingClocks implements StateClocks {

    @Override
    public Map<State, Act> acts() {
        return Map.of(State.DISPUTED, Act.CONFERENCE);
    }
}
