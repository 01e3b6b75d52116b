package org.chuishao.intake.merge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Unmerged;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Takes a merge back; the ticket goes on where it was. */
@ApplicationScoped
class UnmergeTicket {

    private final Tickets tickets;
    private final Merges merges;
    private final Sealer sealer;

    UnmergeTicket(Tickets tickets, Merges merges, Sealer sealer) {
        this.tickets = tickets;
        this.merges = merges;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> unmerge(UUID id, UnmergeRequest request, @Nullable String key) {
        Unmerged unmerged = new Unmerged(sealer.seal(Objects.requireNonNull(request.ground())));
        return tickets.once(id, "unmerges", key, request, child -> tickets.record(child, unmerged)
                .call(() -> merges.drop(id)));
    }
}
