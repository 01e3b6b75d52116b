package org.chuishao.intake.merge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.Refusal;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Merges a ticket into another one; both stay locked until it is done. */
@ApplicationScoped
class MergeTicket {

    private final Tickets tickets;
    private final Merges merges;
    private final Sealer sealer;

    MergeTicket(Tickets tickets, Merges merges, Sealer sealer) {
        this.tickets = tickets;
        this.merges = merges;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> merge(UUID id, MergeRequest request, @Nullable String key) {
        UUID parent = Objects.requireNonNull(request.parent());
        if (parent.equals(id)) {
            throw Problem.invalid("parent", "must be another ticket");
        }
        Merged merged = new Merged(parent, sealer.seal(Objects.requireNonNull(request.ground())));
        return tickets.once(id, "merges", key, request, child -> seen(parent)
                .chain(() -> tickets.states(List.of(id, parent)))
                .chain(states -> check(id, parent, states))
                .chain(() -> merged(child, merged)));
    }

    private Uni<Ticket> seen(UUID parent) {
        return tickets.findById(parent)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.invalid("parent", "is no ticket in the scope of this token"));
    }

    private Uni<Void> check(UUID child, UUID parent, Map<UUID, TicketState> states) {
        return merges.hasChildren(child)
                .invoke(hasChildren -> {
                    String why = MergeRules.why(Objects.requireNonNull(states.get(parent)), hasChildren);
                    if (why != null) {
                        throw Refusal.of(Objects.requireNonNull(states.get(child)), why);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Receipt> merged(Ticket child, Merged merged) {
        return tickets.record(child, merged).call(() -> merges.keep(child.id(), merged.parent()));
    }
}
