package org.chuishao.routing.call;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.DeskCalled;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sight.Scrub;
import org.chuishao.routing.call.CallRequest.Answer;
import org.chuishao.routing.clock.ActClocks;
import org.chuishao.routing.clock.DeskCalls;
import org.chuishao.routing.dispatch.DispatchChoice;
import org.chuishao.routing.dispatch.RoutedTicket;
import org.jspecify.annotations.Nullable;

/** Somebody called a duty desk about a danger to life: a node of the ticket, and where it was reached, the clock's end. */
@ApplicationScoped
class RecordCall {

    /** How far a caller's own clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Scopes scopes;
    private final Idempotency idempotency;
    private final Ledger ledger;
    private final ActClocks clocks;
    private final DispatchChoice choice;
    private final Clock clock;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    RecordCall(
            Scopes scopes,
            Idempotency idempotency,
            Ledger ledger,
            ActClocks clocks,
            DispatchChoice choice,
            Clock clock,
            Sealer sealer,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.clocks = clocks;
        this.choice = choice;
        this.clock = clock;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Reply> record(IdempotentCall call, UUID ticket, CallRequest request) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> record(ticket, request)));
    }

    private Uni<Reply> record(UUID id, CallRequest request) {
        Instant calledAt = request.calledAt().toInstant();
        if (calledAt.isAfter(clock.instant().plus(AHEAD))) {
            throw Problem.invalid("calledAt", "is in the future");
        }
        String recording = request.recording();
        if (recording != null && !Scrub.numbers(recording).equals(recording)) {
            throw Problem.invalid("recording", "must not hold a number that points to a person");
        }
        if (request.reached() && recording == null && blank(request.words())) {
            throw Problem.invalid(
                    "recording", "is required of a call that reached the desk, or words of what was said");
        }
        return RoutedTicket.require(id)
                .chain(() -> ledger.state(id))
                .chain(before -> record(id, before, called(before, request, calledAt)));
    }

    private static boolean blank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    private DeskCalled called(TicketState ticket, CallRequest request, Instant calledAt) {
        if (!DeskCalls.calledFor(ticket)) {
            throw Problem.conflict(
                    "no desk has to be called about it: it is not a danger to life that a unit has",
                    Map.of("state", ticket.state().name()));
        }
        String lead = requireNonNull(ticket.leadUnit());
        String unit = request.unit() == null ? lead : request.unit();
        if (!unit.equals(lead)) {
            choice.requireDesk(unit, ticket.region());
        }
        return new DeskCalled(
                unit,
                request.reached(),
                calledAt,
                request.recording(),
                request.words() == null ? null : sealer.seal(request.words()));
    }

    private Uni<Reply> record(UUID id, TicketState before, DeskCalled called) {
        return ledger.record(before, id, null, called)
                .call(() -> called.reached() ? over(id) : Uni.createFrom().voidItem())
                .chain(after -> waiting(id).map(waiting -> reply(id, after, called, waiting)));
    }

    private Uni<Void> over(UUID ticket) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from desk_call where ticket_id = ?1")
                        .setParameter(1, ticket)
                        .executeUpdate())
                .chain(() -> clocks.done(ticket, null, Act.DESK_CALL));
    }

    private static Uni<Boolean> waiting(UUID ticket) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select from desk_call where ticket_id = ?1)", Boolean.class)
                .setParameter(1, ticket)
                .getSingleResult());
    }

    private Reply reply(UUID ticket, TicketState after, DeskCalled called, boolean waiting) {
        Answer answer = new Answer(ticket, after.number(), called.unit(), called.reached(), waiting);
        return Reply.created(null, answer, mapper);
    }
}
