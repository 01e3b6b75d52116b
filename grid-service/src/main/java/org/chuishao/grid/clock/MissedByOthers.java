package org.chuishao.grid.clock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.grid.clock.Superiors.Ladders;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * An act of the hotline or of routing that was not done in time: what the county's desk holds, what it
 * supervises, and what the unit above is told.
 */
enum MissedByOthers {
    NOT_ACCEPTED(Act.ACCEPT, State.RECEIVED, false),
    UNDISPATCHED(Act.DISPATCH, State.PENDING_DISPATCH, false),
    /** Nobody was reached by voice at the unit that has a danger to life. */
    DESK_NOT_CALLED(Act.DESK_CALL, null, false),
    RETURN_NOT_DECIDED(Act.ADJUDICATE, State.RETURN_REVIEW, true),
    DISPUTE_NOT_DECIDED(Act.CONFERENCE, State.DISPUTED, true),
    NOT_REVIEWED(Act.REVIEW, State.PENDING_REVIEW, false),
    NOT_CALLED_BACK(Act.CALLBACK, State.PENDING_CALLBACK, false);

    private final Act act;
    private final @Nullable State waits;
    private final boolean supervised;

    MissedByOthers(Act act, @Nullable State waits, boolean supervised) {
        this.act = act;
        this.waits = waits;
        this.supervised = supervised;
    }

    static Optional<MissedByOthers> of(String act) {
        return Arrays.stream(values()).filter(it -> it.act.name().equals(act)).findFirst();
    }

    /** It was not done after all; a return may be an assisting unit's, beside the ticket's own state. */
    boolean stillOwed(ReadEvent read) {
        if (this == DESK_NOT_CALLED) {
            return haveDanger(read.after());
        }
        UUID part = read.event().assignment();
        AssignmentState state = part == null ? null : read.after().assignments().get(part);
        boolean returned = this == RETURN_NOT_DECIDED && state != null && state.phase() == Phase.RETURN_REVIEW;
        return returned || read.after().state() == waits;
    }

    private static boolean haveDanger(TicketState ticket) {
        return ticket.severity() == Severity.CRITICAL
                && ticket.leadUnit() != null
                && !ticket.state().settled();
    }

    /** Who is told: the unit above the one that has it; of what no unit has, the county. */
    Optional<String> above(TicketState ticket, Ladders ladders) {
        String unit = ticket.leadUnit();
        return this == DESK_NOT_CALLED && unit != null
                ? Optional.of(ladders.above(unit, 1))
                : Territory.county(ticket.region());
    }

    EventData told(Source source, String unit) {
        return supervised
                ? new TicketSupervised(1, unit, name())
                : new TicketEscalated(source.name().toLowerCase(Locale.ROOT), unit, name());
    }
}
