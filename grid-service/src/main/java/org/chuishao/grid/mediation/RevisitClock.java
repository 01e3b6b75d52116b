package org.chuishao.grid.mediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;

/**
 * By when it is looked at whether an agreement is kept (调解回访). The clock is the mediation's own, by its id where others
 * have their part's: it does not end with the assignment, nor with the ticket, which by then is closed as a rule and may be
 * archived. It comes due all the same, and the fold notes that of an archived ticket too. It is of the grid, by whose rules
 * it is counted; its mediator may work in another one of the community, and sees it by a policy of its own (V1110).
 */
@ApplicationScoped
class RevisitClock {

    private final Rulebook rulebook;

    RevisitClock(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** None where a province has no rule for it. */
    List<Deadline> of(MediationRow row, TicketState ticket, Instant now) {
        Severity severity = ticket.severity() == null ? Severity.ORDINARY : ticket.severity();
        Clocked whose = new Clocked(
                row.ticket,
                ticket.round(),
                row.id,
                row.region,
                row.unit,
                row.mediator,
                severity,
                ticket.category(),
                ticket.seen());
        return rulebook.counting().of(Act.MEDIATION_REVISIT, whose, now).stream()
                .toList();
    }
}
