package org.chuishao.mesh.log;

import java.util.Map;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.Problem;

/** A ticket's no: the log's, or that of a service's own rule. */
public final class Refusal {

    private Refusal() {}

    /** 409 with the state and what it allows. */
    public static Problem of(TicketState ticket, String detail) {
        return Problem.conflict(
                detail,
                Map.of(
                        "state", ticket.state().name(),
                        "allowed",
                                Fold.allowed(ticket.state()).stream()
                                        .map(EventType::shortName)
                                        .sorted()
                                        .toList()));
    }
}
