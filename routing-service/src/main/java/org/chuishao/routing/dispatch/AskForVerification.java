package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.claim.QueuedTicket;
import org.jspecify.annotations.Nullable;

/** A dispatcher asks the grid to look where place or fact is not clear (网格核实); the ticket waits for the answer. */
@ApplicationScoped
class AskForVerification {

    private final Scopes scopes;
    private final CurrentScope scope;
    private final Idempotency idempotency;
    private final Ledger ledger;
    private final Clock clock;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    AskForVerification(
            Scopes scopes,
            CurrentScope scope,
            Idempotency idempotency,
            Ledger ledger,
            Clock clock,
            Sealer sealer,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.scope = scope;
        this.clock = clock;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    /** @param question for whoever goes and looks; sealed on the log */
    record Question(@NotBlank @Size(max = 500) String question) {}

    /** @param region whose grid is asked */
    record Answer(UUID ticket, @Nullable String number, State state, String region) {}

    @Command
    @WithTransaction
    Uni<Reply> ask(IdempotentCall call, UUID ticket, Question question) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> ask(ticket, question)));
    }

    private Uni<Reply> ask(UUID id, Question question) {
        return RoutedTicket.require(id).chain(ticket -> ledger.state(id)
                .call(() -> requireFree(id))
                .chain(before -> ledger.record(before, id, null, request(before, question)))
                .call(after -> ticket.leaveQueue())
                .map(after -> reply(ticket, after)));
    }

    private Uni<Void> requireFree(UUID id) {
        return QueuedTicket.lock(id)
                .onItem()
                .ifNotNull()
                .invoke(queued -> queued.requireFree(scope.get().subject(), clock.instant()))
                .replaceWithVoid();
    }

    private VerificationRequested request(TicketState before, Question question) {
        return new VerificationRequested(before.region(), sealer.seal(question.question()));
    }

    private Reply reply(RoutedTicket ticket, TicketState after) {
        Answer answer = new Answer(ticket.ticket, ticket.number, after.state(), after.region());
        return Reply.created(null, answer, mapper);
    }
}
