package org.chuishao.intake.transfer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Hands a ticket to an emergency service, and waits for its receipt. */
@ApplicationScoped
class HandOver {

    private final Tickets tickets;
    private final Transfers transfers;

    HandOver(Tickets tickets, Transfers transfers) {
        this.tickets = tickets;
        this.transfers = transfers;
    }

    @Command
    @WithTransaction
    Uni<Reply> handOver(UUID id, TransferRequest request, @Nullable String key) {
        EmergencyService service = Objects.requireNonNull(request.service());
        Transferred requested = new Transferred(service.number(), Transferred.Receipt.REQUESTED, null);
        return tickets.once(id, "transfers", key, request, ticket -> tickets.record(ticket, requested)
                .call(() -> transfers.keep(ticket.id(), service)));
    }
}
