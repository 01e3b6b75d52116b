package org.chuishao.grid.whistle;

import java.util.Optional;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a whistle that ran out, with what was owed.
 *
 * @param department null where it is the whistle's own clock
 * @param supervision how high its absence was told before, 0 to 3
 * @param awaited it sounds, and the department is neither there nor released
 */
record MissedWhistle(
        Firing firing,
        WhistleKind kind,
        Severity severity,
        String blowerUnit,
        @Nullable String department,
        int supervision,
        boolean awaited) {

    Act act() {
        return Act.valueOf(firing.act());
    }

    /** A department that does not come is supervised: by the county at once, then the city, then the province. */
    boolean absent() {
        return awaited && (act() == Act.WHISTLE_ARRIVE || act() == Act.WHISTLE_ABSENT) && supervision < Call.HIGHEST;
    }

    int level() {
        return supervision + 1;
    }

    /** Above the province there is nobody: no clock runs on. */
    boolean goesOn() {
        return absent() && level() < Call.HIGHEST;
    }

    /** @param above who supervises at the level that its absence has reached */
    Optional<EventData> told(String above) {
        String county = Territory.county(firing.region()).orElse(blowerUnit);
        String unit = department == null ? blowerUnit : department;
        return switch (act()) {
            case WHISTLE_SIGN -> Optional.of(new TicketEscalated(unit, unit, "WHISTLE_UNSIGNED"));
            case WHISTLE_ARRIVE, WHISTLE_ABSENT ->
                absent() ? Optional.of(new TicketSupervised(level(), above, "WHISTLE_NOT_ON_SITE")) : Optional.empty();
            case WHISTLE_SHARE -> Optional.of(new TicketSupervised(1, county, "WHISTLE_SHARE_NOT_DONE"));
            case WHISTLE_CONFIRM -> Optional.of(new TicketEscalated(unit, county, "WHISTLE_UNCONFIRMED"));
            case WHISTLE_OBJECTION -> Optional.of(new TicketEscalated(unit, county, "WHISTLE_OBJECTION_NOT_DECIDED"));
            case WHISTLE_CLOSE -> Optional.of(new TicketEscalated(unit, county, "WHISTLE_NOT_CLOSED"));
            case WHISTLE_REPORT -> Optional.of(new TicketEscalated(unit, county, "WHISTLE_NOT_REPORTED"));
            default -> Optional.empty();
        };
    }
}
