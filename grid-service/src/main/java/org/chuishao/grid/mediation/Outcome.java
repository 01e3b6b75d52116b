package org.chuishao.grid.mediation;

import java.util.List;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.MediationEvent;

/**
 * What a step comes to.
 *
 * @param revisited the clock of the revisit stops
 * @param starts the clock of the revisit, where they agreed
 * @param added a session
 */
record Outcome(
        Mediation after, MediationEvent event, boolean revisited, List<Deadline> starts, List<SessionRow> added) {

    static Outcome of(Mediation after, MediationEvent event) {
        return new Outcome(after, event, false, List.of(), List.of());
    }
}
