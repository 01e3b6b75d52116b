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
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** An agent takes on what came in by web or from another system. */
@ApplicationScoped
class AcceptTicket {

    private final Tickets tickets;
    private final Regions regions;

    private final CurrentScope scope;

    AcceptTicket(Tickets tickets, Regions regions, CurrentScope scope) {
        this.tickets = tickets;
        this.regions = regions;
        this.scope = scope;
    }

    @Command
    @WithTransaction
    Uni<Reply> accept(UUID id, AcceptanceRequest request, @Nullable String key) {
        String region = request.region();
        if (region != null) {
            check(region);
        }
        return tickets.once(id, "acceptances", key, request, ticket -> tickets.state(ticket)
                .chain(state -> tickets.record(ticket, new TicketAccepted(region == null ? state.region() : region))));
    }

    /** An agent cannot put a ticket where he would not see it any more. */
    private void check(String region) {
        regions.require(region, "region");
        if (scope.get().regions().stream().noneMatch(region::startsWith)) {
            throw Problem.invalid("region", "lies outside the regions of this token");
        }
    }
}
