package org.chuishao.intake.exclusion;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.ExclusionDecided;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Decides whether a ticket is left out of the rates. */
@ApplicationScoped
class DecideExclusion {

    private final Tickets tickets;
    private final Sealer sealer;

    DecideExclusion(Tickets tickets, Sealer sealer) {
        this.tickets = tickets;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> decide(UUID id, ExclusionRequest request, @Nullable String key) {
        ExclusionDecided decided = new ExclusionDecided(
                Boolean.TRUE.equals(request.granted()), sealer.seal(Objects.requireNonNull(request.ground())));
        return tickets.once(id, "exclusions", key, request, ticket -> tickets.record(ticket, decided));
    }
}
