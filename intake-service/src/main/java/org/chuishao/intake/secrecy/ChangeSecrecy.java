package org.chuishao.intake.secrecy;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Makes a ticket secret or no longer, at once: its row says it before the log does. */
@ApplicationScoped
class ChangeSecrecy {

    private final Tickets tickets;
    private final Sealer sealer;

    ChangeSecrecy(Tickets tickets, Sealer sealer) {
        this.tickets = tickets;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> change(UUID id, SecrecyRequest request, @Nullable String key) {
        boolean secret = Boolean.TRUE.equals(request.secret());
        SecrecyChanged changed = new SecrecyChanged(secret, sealer.seal(Objects.requireNonNull(request.reason())));
        return tickets.once(id, "secrecy", key, request, ticket -> tickets.record(ticket, changed)
                .invoke(() -> ticket.keepSecret(secret)));
    }
}
