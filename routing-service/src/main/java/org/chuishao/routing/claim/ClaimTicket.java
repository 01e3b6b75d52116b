package org.chuishao.routing.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.classify.RoutingConfig;
import org.jspecify.annotations.Nullable;

/** A dispatcher takes a waiting ticket in hand, or gives it back. */
@ApplicationScoped
class ClaimTicket {

    private final Scopes scopes;
    private final CurrentScope scope;
    private final Idempotency idempotency;
    private final Queue queue;
    private final RoutingConfig config;
    private final Clock clock;
    private final ObjectMapper mapper;

    ClaimTicket(
            Scopes scopes,
            CurrentScope scope,
            Idempotency idempotency,
            Queue queue,
            RoutingConfig config,
            Clock clock,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.scope = scope;
        this.idempotency = idempotency;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** @param takeOver why it is taken from the one who has it in hand; a supervisor's only */
    record Request(@Size(min = 1, max = 500) @Nullable String takeOver) {}

    @Command
    @WithTransaction
    Uni<Reply> claim(IdempotentCall call, UUID ticket, @Nullable String takeOver) {
        Scope by = scope.get();
        return scopes.enter()
                .chain(() ->
                        idempotency.once(call, () -> required(ticket).chain(queued -> claim(by, queued, takeOver))));
    }

    /** @throws NothingWaits (as failure) where nothing is left; the key is not used up by that */
    @Command
    @WithTransaction
    Uni<Reply> claimNext(IdempotentCall call) {
        Scope by = scope.get();
        return scopes.enter()
                .chain(() -> idempotency.once(call, () -> queue.next(by.regions(), clock.instant())
                        .onItem()
                        .ifNull()
                        .failWith(NothingWaits::new)
                        .chain(queued -> claim(by, queued, null))));
    }

    /** Does nothing where nobody has it in hand. */
    @Command
    @WithTransaction
    Uni<Void> giveBack(UUID ticket) {
        Scope by = scope.get();
        return scopes.enter().chain(() -> required(ticket)).chain(queued -> giveBack(by, queued));
    }

    private Uni<Void> giveBack(Scope by, QueuedTicket queued) {
        Hold hold = queued.hold();
        if (hold == null || !hold.runs(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        queued.requireUnclaimed(by.subject(), clock.instant());
        queued.held(null);
        return queue.note(by, "claim.given-back", queued.ticket, null);
    }

    private Uni<Reply> claim(Scope by, QueuedTicket queued, @Nullable String takeOver) {
        Instant now = clock.instant();
        Hold former = queued.hold();
        boolean taken = takeOver != null && former != null && former.keepsOut(by.subject(), now);
        if (!taken) {
            queued.requireUnclaimed(by.subject(), now);
        }
        Hold hold = Hold.claimed(former, by.subject(), now, config.claimFor());
        queued.held(hold);
        return queue.note(by, taken ? "claim.taken-over" : "claim.made", queued.ticket, takeOver)
                .replaceWith(() -> Reply.created(null, Claimed.of(queued, hold), mapper));
    }

    private static Uni<QueuedTicket> required(UUID ticket) {
        return QueuedTicket.lock(ticket).onItem().ifNull().failWith(() -> Problem.notFound("ticket in the queue"));
    }
}
