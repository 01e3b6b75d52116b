package org.chuishao.intake.transfer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.Refusal;
import org.jspecify.annotations.Nullable;

/** Notes what the emergency service said, and settles the ticket where it has taken it over. */
@ApplicationScoped
class TakeReceipt {

    private final Tickets tickets;
    private final Transfers transfers;

    TakeReceipt(Tickets tickets, Transfers transfers) {
        this.tickets = tickets;
        this.transfers = transfers;
    }

    @Command
    @WithTransaction
    Uni<Reply> take(UUID id, ReceiptRequest request, @Nullable String key) {
        request.check();
        return tickets.once(id, "transfers/receipts", key, request, ticket -> tickets.state(ticket)
                .chain(before ->
                        transfers.service(ticket.id()).chain(service -> taken(ticket, before, service, request))));
    }

    private Uni<Receipt> taken(Ticket ticket, TicketState before, @Nullable String service, ReceiptRequest request) {
        if (service == null) {
            return Uni.createFrom().failure(Refusal.of(before, "no transfer waits for a receipt"));
        }
        Transferred.Receipt receipt = Objects.requireNonNull(request.receipt()).onLog();
        Uni<Receipt> noted = tickets.record(ticket, new Transferred(service, receipt, request.reference()));
        boolean settles = receipt == Transferred.Receipt.ACCEPTED && before.state() == State.TRANSFERRED;
        return settles ? noted.chain(() -> tickets.record(ticket, new Closed(Closed.Ground.TRANSFERRED))) : noted;
    }
}
