package org.chuishao.grid.clock;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.EventData;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a missed clock: an unsigned part goes to the unit's own leader, and at the last moment to sign to the
 * unit above; who is not on site or not done in time is supervised at level 1 by the unit above. A missed contact counts
 * in the figures and tells nobody.
 */
final class ToldAbove {

    private ToldAbove() {}

    /** @param superior the unit above; null at the top of a ladder, which then answers for itself */
    static Optional<EventData> after(Firing missed, @Nullable String superior) {
        String unit = requireNonNull(missed.unit());
        String above = superior == null ? unit : superior;
        return switch (Act.valueOf(missed.act())) {
            case SIGN -> Optional.of(new TicketEscalated(unit, unit, "UNSIGNED"));
            case SIGN_HARD -> Optional.of(new TicketEscalated(unit, above, "UNSIGNED_TO_THE_LAST"));
            case ARRIVE -> Optional.of(new TicketSupervised(1, above, "NOT_ON_SITE"));
            case RESOLVE -> Optional.of(new TicketSupervised(1, above, "NOT_DONE_IN_TIME"));
            default -> Optional.empty();
        };
    }
}
