package org.chuishao.routing.returns;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.routing.dispatch.GivenBack;
import org.jspecify.annotations.Nullable;

/** An adjudicator's word on a return, and what it makes of the ticket. */
final class Adjudication {

    private static final int DISPUTED_FROM = 2;

    private Adjudication() {}

    /** @param reason for the unit and for people; sealed on the log */
    record Request(
            @NotNull Boolean granted,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** @param disputed the units that have given it back, where that makes it a matter for a conference */
    record Answer(
            UUID assignment,
            UUID ticket,
            boolean granted,
            State state,
            @Nullable List<String> disputed) {}

    /**
     * The lead units that have given it back in this round, where they are two (两次退单): empty before that. Danger to life
     * waits for no conference: it goes to the next desk.
     */
    static List<String> disputing(TicketState ticket) {
        List<String> units = GivenBack.parts(ticket)
                .filter(AssignmentState::lead)
                .map(AssignmentState::unit)
                .distinct()
                .toList();
        return units.size() < DISPUTED_FROM || ticket.severity() == Severity.CRITICAL ? List.of() : units;
    }

    /** The parts whose return an adjudicator can decide on now. */
    static List<UUID> waiting(TicketState ticket) {
        return ticket.assignments().keySet().stream()
                .filter(part -> waits(ticket, part))
                .toList();
    }

    /** A lead's return waits while the ticket does; an assisting unit's beside it, but not while the ticket is merged. */
    static boolean waits(TicketState ticket, UUID part) {
        AssignmentState unit = ticket.assignments().get(part);
        return unit != null
                && unit.phase() == Phase.RETURN_REVIEW
                && (part.equals(ticket.lead())
                        ? ticket.state() == State.RETURN_REVIEW
                        : ticket.state() != State.MERGED);
    }
}
