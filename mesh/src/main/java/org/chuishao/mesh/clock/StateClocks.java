package org.chuishao.mesh.clock;

import java.util.Map;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.fold.State;

/**
 * The clocks that run while a ticket is in a state, each for the act of this service that moves it on. A service that has
 * such acts names them in one bean.
 */
public interface StateClocks {

    Map<State, Act> acts();
}
