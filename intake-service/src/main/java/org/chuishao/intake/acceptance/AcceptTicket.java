package org.chuishao.intake.acceptance;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Regions;
import org.jspecify.annotations.Nullable;

/** An agent takes on what came in by web or from another system. */
@ApplicationScoped
class AcceptTicket {

    private final Tickets tickets;
    private final Regions regions;

    AcceptTicket(Tickets tickets, Regions regions) {
        this.tickets = tickets;
        this.regions = regions;
    }

    @Command
    @WithTransaction
    Uni<Reply> accept(UUID id, AcceptanceRequest request, @Nullable String key) {
        String region = request.region();
        if (region != null && regions.enclosing(region).isEmpty()) {
            throw Problem.invalid("region", "is not a known region");
        }
        return tickets.once(id, "acceptances", key, request, ticket -> tickets.state(ticket)
                .chain(state -> tickets.record(ticket, new TicketAccepted(region == null ? state.region() : region))));
    }
}
