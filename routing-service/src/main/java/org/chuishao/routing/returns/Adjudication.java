package org.chuishao.routing.returns;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
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

    /** The lead units that have given it back in this round, where they are two (两次退单): empty before that. */
    static List<String> disputing(TicketState ticket) {
        List<String> units = ticket.assignments().values().stream()
                .filter(it -> it.lead() && it.round() == ticket.round() && returned(it))
                .map(AssignmentState::unit)
                .distinct()
                .toList();
        return units.size() < DISPUTED_FROM ? List.of() : units;
    }

    private static boolean returned(AssignmentState it) {
        return it.phase() == Phase.ENDED && it.before() == Phase.RETURN_REVIEW;
    }
}
