package org.chuishao.intake.callback;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.merge.Merges;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Refusal;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** Keeps what came of a call back, and in the same transaction closes the ticket or sends it back where that follows. */
@ApplicationScoped
class CallCitizenBack {

    private final Tickets tickets;
    private final Callbacks callbacks;
    private final Merges merges;
    private final Sealer sealer;
    private final CurrentScope scope;
    private final CallbackConfig rules;
    private final Clock clock;

    CallCitizenBack(
            Tickets tickets,
            Callbacks callbacks,
            Merges merges,
            Sealer sealer,
            CurrentScope scope,
            CallbackConfig rules,
            Clock clock) {
        this.tickets = tickets;
        this.callbacks = callbacks;
        this.merges = merges;
        this.sealer = sealer;
        this.scope = scope;
        this.rules = rules;
        this.clock = clock;
    }

    @Command
    @WithTransaction
    Uni<Reply> callBack(UUID id, String act, CallbackRequest request, @Nullable String key) {
        request.check();
        Sealed words = request.words() == null ? null : sealer.seal(request.words());
        return tickets.once(id, act, key, request, ticket -> tickets.state(ticket)
                .call(before -> due(ticket, before))
                .chain(before -> called(ticket, before, request.event(before.callbackAttempts() + 1, words))));
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

    private Uni<Receipt> called(Ticket ticket, TicketState before, CalledBack call) {
        return tickets.record(ticket, call)
                .call(() -> callbacks.persist(
                        new Callback(ticket.id(), before.round(), clock.instant(), scope.get(), call)))
                .chain(receipt -> callbacks
                        .missed(ticket.id(), before.round())
                        .chain(missed -> follow(ticket, receipt, before, call, missed)));
    }

    private Uni<Receipt> follow(
            Ticket ticket, Receipt receipt, TicketState before, CalledBack call, List<Instant> missed) {
        // A call moves neither state nor round nor count of reworks, so what follows can go by the state before it.
        EventData next = Outcome.of(before, call, missed, rules);
        return next == null ? Uni.createFrom().item(receipt) : tickets.record(ticket, next);
    }
}
