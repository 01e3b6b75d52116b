package org.chuishao.intake.review;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Passes a unit's result on to the call back, or sends it back as not up to standard. */
@ApplicationScoped
class ReviewTicket {

    private final Tickets tickets;
    private final Sealer sealer;

    ReviewTicket(Tickets tickets, Sealer sealer) {
        this.tickets = tickets;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> review(UUID id, ReviewRequest request, @Nullable String key) {
        Sealed remark = request.remark() == null ? null : sealer.seal(request.remark());
        boolean passed = Boolean.TRUE.equals(request.passed());
        return tickets.once(
                id, "reviews", key, request, ticket -> tickets.record(ticket, new Reviewed(passed, remark)));
    }
}
