package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.claim.QueuedTicket;
import org.chuishao.routing.dispatch.DispatchChoice.Chosen;
import org.jspecify.annotations.Nullable;

/** A dispatcher gives a waiting ticket to its units. */
@ApplicationScoped
class DispatchTicket {

    private static final String BY_A_PERSON = "派单员派单 / by a dispatcher";

    private final Scopes scopes;
    private final CurrentScope scope;
    private final Idempotency idempotency;
    private final Ledger ledger;
    private final DispatchChoice choice;
    private final Clock clock;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    DispatchTicket(
            Scopes scopes,
            CurrentScope scope,
            Idempotency idempotency,
            Ledger ledger,
            DispatchChoice choice,
            Clock clock,
            Sealer sealer,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.scope = scope;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.choice = choice;
        this.clock = clock;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Idempotency.Reply> dispatch(IdempotentCall call, DispatchRequest request) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> dispatch(request)));
    }

    private Uni<Idempotency.Reply> dispatch(DispatchRequest request) {
        choice.requireKnown(request);
        return RoutedTicket.require(request.ticket())
                .chain(ticket -> ledger.state(request.ticket()).chain(before -> QueuedTicket.lock(request.ticket())
                        .chain(queued -> record(ticket, before, queued, request))));
    }

    private Uni<Idempotency.Reply> record(
            RoutedTicket ticket, TicketState before, @Nullable QueuedTicket queued, DispatchRequest request) {
        String dispatcher = scope.get().subject();
        Instant now = clock.instant();
        if (queued != null) {
            queued.requireFree(dispatcher, now);
        }
        Chosen chosen = choice.choose(request, ticket, before);
        TicketDispatched dispatched = new TicketDispatched(
                request.leadUnit(),
                request.assisting(),
                List.of(),
                chosen.region(),
                chosen.severity(),
                chosen.category(),
                Mode.HUMAN,
                BY_A_PERSON,
                sealer.seal(request.reason()));
        return ledger.record(before, ticket.ticket, null, dispatched)
                .call(after -> ticket.leaveQueue())
                .call(after -> measured(
                                new Decision(ticket, dispatched, names(request), dispatcher, after.seen() - 1, now),
                                queued)
                        .persist())
                .map(after -> reply(ticket, dispatched, after));
    }

    private static Decision measured(Decision decision, @Nullable QueuedTicket queued) {
        return queued == null ? decision : decision.from(queued);
    }

    /** He said what it is about, and not only that it is nothing else. */
    private static boolean names(DispatchRequest request) {
        return request.category() != null && !request.category().equals(Category.OTHER);
    }

    private Idempotency.Reply reply(RoutedTicket ticket, TicketDispatched dispatched, TicketState after) {
        return Idempotency.Reply.created(
                "/api/v1/tickets/" + ticket.ticket + "/decision",
                Dispatched.of(ticket, dispatched, after.state()),
                mapper);
    }
}
