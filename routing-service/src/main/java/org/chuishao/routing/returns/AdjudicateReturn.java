package org.chuishao.routing.returns;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.Disputed;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.returns.Adjudication.Answer;
import org.chuishao.routing.returns.Adjudication.Request;

/** An adjudicator grants a return, and the ticket is dispatched anew, or refuses it, and the unit goes on. */
@ApplicationScoped
class AdjudicateReturn {

    private final Scopes scopes;
    private final Idempotency idempotency;
    private final Ledger ledger;
    private final Clock clock;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    AdjudicateReturn(
            Scopes scopes, Idempotency idempotency, Ledger ledger, Clock clock, Sealer sealer, ObjectMapper mapper) {
        this.scopes = scopes;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.clock = clock;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Idempotency.Reply> adjudicate(IdempotentCall call, UUID assignment, Request request) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> adjudicate(assignment, request)));
    }

    private Uni<Idempotency.Reply> adjudicate(UUID assignment, Request request) {
        Sealed reason = sealer.seal(request.reason());
        return ReturnRequest.<ReturnRequest>findById(assignment)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("return"))
                .chain(asked -> ledger.record(
                                asked.ticket, assignment, new ReturnAdjudicated(assignment, request.granted(), reason))
                        .chain(after -> disputed(asked.ticket, after, reason))
                        .invoke(answer -> asked.decide(request.granted(), reason, clock.instant()))
                        .map(ticket -> reply(asked, request.granted(), ticket)));
    }

    /** What a second unit gives back as well goes to a conference at once, and before no dispatcher. */
    private Uni<TicketState> disputed(UUID ticket, TicketState after, Sealed ground) {
        List<String> units = Adjudication.disputing(after);
        return units.isEmpty()
                ? Uni.createFrom().item(after)
                : ledger.record(after, ticket, null, new Disputed(ground, units));
    }

    private Idempotency.Reply reply(ReturnRequest asked, boolean granted, TicketState after) {
        List<String> units = Adjudication.disputing(after);
        Answer answer =
                new Answer(asked.assignment, asked.ticket, granted, after.state(), units.isEmpty() ? null : units);
        return Idempotency.Reply.created(null, answer, mapper);
    }
}
