package org.chuishao.intake.callback;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.intake.merge.Merges;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps what came of a call back, and in the same transaction closes the ticket or sends it back where that follows. */
@ApplicationScoped
class CallCitizenBack {

    private final Tickets tickets;
    private final Callbacks callbacks;
    private final Merges merges;
    private final Sealer sealer;
    private final CallbackConfig rules;

    CallCitizenBack(Tickets tickets, Callbacks callbacks, Merges merges, Sealer sealer, CallbackConfig rules) {
        this.tickets = tickets;
        this.callbacks = callbacks;
        this.merges = merges;
        this.sealer = sealer;
        this.rules = rules;
    }

    @Command
    @WithTransaction
    Uni<Reply> callBack(UUID id, String act, CallbackRequest request, @Nullable String key) {
        request.check();
        Sealed words = request.words() == null ? null : sealer.seal(request.words());
        return tickets.once(id, act, key, request, ticket -> tickets.state(ticket)
                .call(before -> due(ticket, before))
                .chain(before -> called(
                        ticket, before, request.event(before.callbackAttempts() + 1, words), request.isWithGround())));
    }

    /** Who was merged into another is told that one's result, so not before it is there. */
    private Uni<Void> due(Ticket ticket, TicketState before) {
        if (before.state() != State.MERGED) {
            return Uni.createFrom().voidItem();
        }
        return merges.resultIsThere(ticket.id())
                .invoke(there -> {
                    if (!there) {
                        throw Refusal.of(before, "the ticket that it was merged into has no result yet");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Receipt> called(Ticket ticket, TicketState before, CalledBack call, boolean withGround) {
        // A call moves neither state nor round nor count of reworks, so what follows can go by the state before it.
        return tickets.record(ticket, call).chain(receipt -> callbacks
                .missed(ticket.id(), before.round())
                .map(missed -> Optional.ofNullable(Outcome.of(before, call, withGround, missed, rules)))
                .chain(next -> next.map(it -> tickets.record(ticket, it))
                        .orElseGet(() -> Uni.createFrom().item(receipt))));
    }
}
