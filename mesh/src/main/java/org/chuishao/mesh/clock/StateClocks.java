package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * The clocks that run while a ticket is in a state, each for the act of this service that moves it on. A service that has
 * such acts names them in one bean.
 */
public interface StateClocks {

    Map<State, Act> acts();

    /** From when the clocks of tickets count which these events have brought into a state; all others count from now. */
    default Uni<Map<UUID, Instant>> from(ReaderTransaction transaction, List<ReadEvent> events) {
        return Uni.createFrom().item(Map.of());
    }
}
