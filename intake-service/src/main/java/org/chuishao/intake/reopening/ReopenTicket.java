package org.chuishao.intake.reopening;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Refusal;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Takes a settled ticket up again, while its window is open. */
@ApplicationScoped
class ReopenTicket {

    private final Tickets tickets;
    private final Sealer sealer;
    private final Duration window;
    private final Clock clock;

    ReopenTicket(Tickets tickets, Sealer sealer, IntakeConfig config, Clock clock) {
        this.tickets = tickets;
        this.sealer = sealer;
        this.window = config.reopenWindow();
        this.clock = clock;
    }

    @Command
    @WithTransaction
    Uni<Reply> reopen(UUID id, ReopeningRequest request, @Nullable String key) {
        Sealed reason = sealer.seal(Objects.requireNonNull(request.reason()));
        return tickets.once(id, "reopenings", key, request, ticket -> tickets.state(ticket)
                .chain(before -> reopened(ticket, before, reason)));
    }

    private Uni<Receipt> reopened(Ticket ticket, TicketState before, Sealed reason) {
        // what was settled just now is not read back yet, and has its window before it
        Instant closedAt = before.state().settled() ? ticket.closedAt() : null;
        if (closedAt != null && clock.instant().isAfter(closedAt.plus(window))) {
            return Uni.createFrom()
                    .failure(Refusal.of(
                            before, "it was settled more than " + window.toDays() + " days ago: submit a new ticket"));
        }
        return tickets.record(ticket, new Reopened(before.round() + 1, reason));
    }
}
