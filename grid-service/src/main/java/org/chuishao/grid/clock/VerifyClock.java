package org.chuishao.grid.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.StateClocks;
import org.chuishao.mesh.fold.State;

/** Of the ticket's own acts grid does one: to look at the place (网格核实). */
@ApplicationScoped
class VerifyClock implements StateClocks {

    @Override
    public Map<State, Act> acts() {
        return Map.of(State.VERIFYING, Act.VERIFY);
    }
}
