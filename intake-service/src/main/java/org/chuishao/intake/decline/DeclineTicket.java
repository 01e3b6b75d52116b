package org.chuishao.intake.decline;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Declined;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Declines a ticket, for a reason of the trade. */
@ApplicationScoped
class DeclineTicket {

    private final Tickets tickets;
    private final Sealer sealer;

    DeclineTicket(Tickets tickets, Sealer sealer) {
        this.tickets = tickets;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> decline(UUID id, DeclineRequest request, @Nullable String key) {
        Declined declined = new Declined(
                Objects.requireNonNull(request.reason()).name(),
                sealer.seal(Objects.requireNonNull(request.properRoute())));
        return tickets.once(id, "declines", key, request, ticket -> tickets.record(ticket, declined));
    }
}
