package org.chuishao.intake.withdrawal;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Takes a ticket back for its citizen, unless the log has it settled first. */
@ApplicationScoped
class WithdrawTicket {

    private final Tickets tickets;

    WithdrawTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    @Command
    @WithTransaction
    Uni<Reply> withdraw(UUID id, WithdrawalRequest request, @Nullable String key) {
        return tickets.once(
                id,
                "withdrawals",
                key,
                request,
                ticket -> tickets.record(ticket, new Withdrawn(request.reason().name())));
    }
}
