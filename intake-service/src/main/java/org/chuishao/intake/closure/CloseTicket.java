package org.chuishao.intake.closure;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.closure.ClosureRequest.Ground;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.Refusal;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.jspecify.annotations.Nullable;

/** Closes a ticket that is explained or promised, and not solved. */
@ApplicationScoped
class CloseTicket {

    private final Tickets tickets;
    private final Grounds grounds;
    private final Sealer sealer;
    private final CurrentScope scope;

    CloseTicket(Tickets tickets, Grounds grounds, Sealer sealer, CurrentScope scope) {
        this.tickets = tickets;
        this.grounds = grounds;
        this.sealer = sealer;
        this.scope = scope;
    }

    @Command
    @WithTransaction
    Uni<Reply> close(UUID id, ClosureRequest request, @Nullable String key) {
        request.check();
        Ground ground = Objects.requireNonNull(request.ground());
        if (ground == Ground.EXPLAINED && !scope.get().role().equals(Roles.REVIEWER)) {
            throw Problem.forbidden("A reviewer explains why a matter is not solved.");
        }
        Closed closed =
                new Closed(ground.onLog(), request.cause(), sealer.seal(Objects.requireNonNull(request.words())));
        return tickets.once(
                id, "closures", key, request, ticket -> tickets.state(ticket).chain(before -> grounds.of(ticket.id())
                        .chain(standing -> closed(ticket, before, ground, closed, standing))));
    }

    private Uni<Receipt> closed(Ticket ticket, TicketState before, Ground ground, Closed closed, Standing standing) {
        String why = ClosureRules.why(before, ground, closed.cause(), standing);
        return why == null ? tickets.record(ticket, closed) : Uni.createFrom().failure(Refusal.of(before, why));
    }
}
