package org.chuishao.intake.reveal;

import java.util.Set;
import org.chuishao.intake.ticket.InHand;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;

/**
 * Who of those who see a ticket may learn its caller: the hotline, who calls back; whoever has it in hand, since he has
 * to contact the citizen first (先行联系); the duty desk where life is in danger. Never the manager of an estate: he lives with
 * those who complain, and forwarded orders have reached the people complained of.
 */
final class RevealRules {

    private RevealRules() {}

    /**
     * @param neverTo how the ids of units begin that learn no caller, whatever they have in hand
     * @throws Problem 403 saying why not
     */
    static void check(Scope by, boolean factsOnly, TicketState ticket, Set<String> neverTo) {
        if (by.unit() != null && neverTo.stream().anyMatch(by.unit()::startsWith)) {
            throw Problem.forbidden("The caller is reached over the hotline: this unit is shown no caller.");
        }
        if (factsOnly && !by.role().equals(Roles.AGENT)) {
            throw Problem.forbidden(
                    "Who made a report, or a secret ticket, is shown to the agents of the hotline only.");
        }
        boolean may =
                switch (by.role()) {
                    case Roles.AGENT, Roles.REVIEWER -> true;
                    case Roles.UNIT -> ofUnit(by, ticket);
                    case Roles.GRID_WORKER -> ofWorker(by, ticket, neverTo);
                    case Roles.DUTY_DESK -> ofUnit(by, ticket) || isUrgentFor(by, ticket);
                    default -> false;
                };
        if (!may) {
            throw Problem.forbidden("The caller is shown to whoever has the ticket in hand now.");
        }
    }

    private static boolean ofUnit(Scope by, TicketState ticket) {
        return by.unit() != null && InHand.of(ticket).anyMatch(it -> it.unit().equals(by.unit()));
    }

    private static boolean ofWorker(Scope by, TicketState ticket, Set<String> neverTo) {
        return by.worker() != null
                && InHand.of(ticket)
                        .filter(it -> neverTo.stream().noneMatch(it.unit()::startsWith))
                        .anyMatch(it -> by.worker().equals(it.worker()));
    }

    private static boolean isUrgentFor(Scope by, TicketState ticket) {
        return ticket.severity() == Severity.CRITICAL
                && !ticket.state().settled()
                && by.regions().stream().anyMatch(ticket.region()::startsWith);
    }
}
