package org.chuishao.grid.mediation;

import java.util.List;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.MediationEvent;

/**
 * What a step comes to.
 *
 * @param revisited the clock of the revisit stops
 * @param starts the clock of the revisit, where they agreed
 * @param added what is kept of it: a session, an outcome, a revisit
 */
record Outcome(Mediation after, MediationEvent event, boolean revisited, List<Deadline> starts, List<?> added) {

    static Outcome of(Mediation after, MediationEvent event, Object added) {
        return new Outcome(after, event, false, List.of(), List.of(added));
    }
}
