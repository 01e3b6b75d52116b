package org.chuishao.grid.clock;

import java.util.Optional;
import org.chuishao.grid.clock.Superiors.Ladders;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.MediationEvent;

/**
 * Who is told of a missed clock: an unsigned part goes to the unit's own leader, and at the last moment to sign to the
 * unit above; who is not on site or not done in time is supervised at level 1 by the unit above, and who is not on site
 * again at level 2 by the one above that. What nobody looked at is told to the community or town. A missed contact counts in
 * the figures and tells nobody. An agreement that nobody has revisited (调解回访) goes to the unit's own leader.
 */
final class ToldAbove {

    private ToldAbove() {}

    /** @param again the unit was not on site a short while before either */
    static Optional<EventData> after(Firing missed, Ladders ladders, boolean again) {
        Act act = Act.valueOf(missed.act());
        if (act == Act.VERIFY) {
            return Territory.nearest(missed.region()).map(unit -> new TicketEscalated(unit, unit, "UNVERIFIED"));
        }
        String unit = missed.unit();
        if (unit == null) {
            return Optional.empty();
        }
        int level = again ? 2 : 1;
        return switch (act) {
            case SIGN -> Optional.of(new TicketEscalated(unit, unit, "UNSIGNED"));
            case SIGN_HARD -> Optional.of(new TicketEscalated(unit, ladders.above(unit, 1), "UNSIGNED_TO_THE_LAST"));
            case ARRIVE -> Optional.of(new TicketSupervised(level, ladders.above(unit, level), "NOT_ON_SITE"));
            case RESOLVE -> Optional.of(new TicketSupervised(1, ladders.above(unit, 1), "NOT_DONE_IN_TIME"));
            case MEDIATION_REVISIT -> Optional.of(new TicketEscalated(unit, unit, MediationEvent.NOT_REVISITED));
            default -> Optional.empty();
        };
    }
}
