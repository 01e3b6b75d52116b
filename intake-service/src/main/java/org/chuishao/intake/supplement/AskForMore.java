package org.chuishao.intake.supplement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.event.IntakeEvent.InfoRequested;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.Refusal;
import org.jspecify.annotations.Nullable;

/** Asks the citizen for what is missing, a few times at most. */
@ApplicationScoped
class AskForMore {

    private final Tickets tickets;
    private final IntakeConfig config;

    AskForMore(Tickets tickets, IntakeConfig config) {
        this.tickets = tickets;
        this.config = config;
    }

    @Command
    @WithTransaction
    Uni<Reply> ask(UUID id, InfoRequest request, @Nullable String key) {
        return tickets.once(id, "info-requests", key, request, ticket -> tickets.state(ticket)
                .chain(before -> asked(ticket, before, request)));
    }

    private Uni<Receipt> asked(Ticket ticket, TicketState before, InfoRequest request) {
        if (before.infoAttempts() >= config.infoAttempts()) {
            return Uni.createFrom()
                    .failure(Refusal.of(before, "the citizen was asked " + before.infoAttempts() + " times already"));
        }
        return tickets.record(ticket, new InfoRequested(request.codes(), before.infoAttempts() + 1));
    }
}
