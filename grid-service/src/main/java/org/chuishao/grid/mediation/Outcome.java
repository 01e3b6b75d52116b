package org.chuishao.grid.mediation;

import java.util.List;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.MediationEvent;

/**
 * What a step comes to.
 *
 * @param starts the clock of the revisit, where they agreed
 * @param added what is kept of it: a session, an outcome, a revisit
 */
record Outcome(Mediation after, MediationEvent event, List<Deadline> starts, Object added) {

    static Outcome of(Mediation after, MediationEvent event, Object added) {
        return new Outcome(after, event, List.of(), added);
    }
}
