package org.chuishao.intake.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.log.TicketLock;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** The tickets that whoever is asking may see, and what commands do to them, within a command's transaction. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {

    private static final int OK = 200;

    private final CurrentScope scope;
    private final Scopes scopes;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    Tickets(CurrentScope scope, Scopes scopes, Ledger ledger, Idempotency idempotency, ObjectMapper json) {
        this.scope = scope;
        this.scopes = scopes;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** The ticket in the caller's scope. @throws Problem (as failure) 404 */
    public Uni<Ticket> inScope(UUID id) {
        return scopes.enter().chain(() -> findById(id)).onItem().ifNull().failWith(() -> Problem.notFound("ticket"));
    }

    /** Where the log has the ticket, own pending events included; the ticket stays locked from here. */
    public Uni<TicketState> state(Ticket ticket) {
        return ledger.state(ticket.id);
    }

    /** Several tickets' states, locked in the order in which the reader of the log locks those of a batch. */
    public Uni<Map<UUID, TicketState>> states(Collection<UUID> tickets) {
        Uni<Map<UUID, TicketState>> all = Uni.createFrom().item(new HashMap<>());
        for (UUID ticket : tickets.stream()
                .sorted(Comparator.comparingLong(TicketLock::key))
                .distinct()
                .toList()) {
            all = all.chain(states -> ledger.state(ticket)
                    .invoke(state -> states.put(ticket, state))
                    .replaceWith(states));
        }
        return all;
    }

    public Uni<Receipt> record(Ticket ticket, EventData data) {
        return ledger.record(ticket.id, data).map(ticket::moved);
    }

    /**
     * Does something to a ticket once for a key; {@code act} names what, as the last part of the path.
     *
     * @throws Problem 400 without a key
     */
    public Uni<Reply> once(
            UUID id, String act, @Nullable String key, Object body, Function<Ticket, Uni<Receipt>> command) {
        return idempotency.once(
                call(id, act, key, body),
                () -> inScope(id).chain(command::apply).map(this::reply));
    }

    /** Writes that something was done to a ticket, once for a key; what is answered is not kept. */
    public Uni<Void> noteOnce(IdempotentCall call, Supplier<Uni<?>> note) {
        return idempotency
                .once(call, () -> note.get().replaceWith(new Reply(OK, null, "{}")))
                .replaceWithVoid();
    }

    /** @throws Problem 400 without a key */
    public IdempotentCall call(UUID id, String act, @Nullable String key, Object body) {
        return IdempotentCall.of(scope.actor().id(), Receipt.pathOf(id) + '/' + act, key, body, json);
    }

    private Reply reply(Receipt receipt) {
        return Reply.created(receipt.path(), receipt, json);
    }
}
