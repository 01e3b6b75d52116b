package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** An assignment that the caller may act upon, for what begins at one. Within a transaction that has entered the scope. */
@ApplicationScoped
public class InHand {

    private final Assignments assignments;
    private final Ledger ledger;
    private final CurrentScope current;

    InHand(Assignments assignments, Ledger ledger, CurrentScope current) {
        this.assignments = assignments;
        this.ledger = ledger;
        this.current = current;
    }

    /**
     * @param region the grid, or the smallest place known
     * @param ticketState the ticket as it is, own pending events included
     */
    public record Held(
            UUID id,
            UUID ticket,
            @Nullable String number,
            String region,
            String unit,
            @Nullable String worker,
            Phase phase,
            TicketState ticketState) {

        static Held of(Assignment it, TicketState ticket) {
            return new Held(it.id, it.ticket, it.number, it.region, it.unit, it.worker, it.phase, ticket);
        }
    }

    /** Holds the ticket's lock from here. Fails with 404 where it is out of scope, 403 where the unit was only told of it. */
    public Uni<Held> of(UUID assignment) {
        return assignments.ticketOf(current.get(), assignment).chain(ticket -> ledger.state(ticket)
                .chain(state -> assignments.findById(assignment).map(row -> Held.of(row, state))));
    }
}
