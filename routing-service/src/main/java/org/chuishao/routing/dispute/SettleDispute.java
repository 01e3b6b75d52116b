package org.chuishao.routing.dispute;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.Disputed;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sight.Scrub;
import org.chuishao.routing.dispatch.DispatchChoice;
import org.chuishao.routing.dispatch.KeepDesignation;
import org.chuishao.routing.dispatch.RoutedTicket;
import org.chuishao.routing.dispute.Requests.Answer;
import org.chuishao.routing.dispute.Requests.DesignationRequest;
import org.chuishao.routing.dispute.Requests.DisputeRequest;

/** Brings a matter that nobody owns up to before a conference, and records whose the conference says it is. */
@ApplicationScoped
class SettleDispute {

    private final Scopes scopes;
    private final Idempotency idempotency;
    private final Ledger ledger;
    private final Units units;
    private final DispatchChoice choice;
    private final KeepDesignation decisions;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    SettleDispute(
            Scopes scopes,
            Idempotency idempotency,
            Ledger ledger,
            Units units,
            DispatchChoice choice,
            KeepDesignation decisions,
            Sealer sealer,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.units = units;
        this.choice = choice;
        this.decisions = decisions;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Reply> dispute(IdempotentCall call, DisputeRequest request) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> dispute(request)));
    }

    private Uni<Reply> dispute(DisputeRequest request) {
        List<String> denying = distinct(request.units());
        Disputed disputed = new Disputed(sealer.seal(request.ground()), denying);
        UUID id = request.ticket();
        return RoutedTicket.require(id).chain(ticket -> ledger.state(id)
                .invoke(SettleDispute::requireNoDanger)
                .chain(before -> ledger.record(before, id, null, disputed))
                .map(after -> reply(id, after, denying)));
    }

    private static void requireNoDanger(TicketState ticket) {
        if (ticket.severity() == Severity.CRITICAL && !ticket.state().settled()) {
            throw Problem.conflict(
                    "danger to life is never held: it waits for no conference",
                    Map.of("state", ticket.state().name()));
        }
    }

    private List<String> distinct(List<String> named) {
        List<String> denying = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String field = "units[" + i + ']';
            String unit = units.require(named.get(i), field).id();
            if (denying.contains(unit)) {
                throw Problem.invalid(field, "is named already");
            }
            denying.add(unit);
        }
        return denying;
    }

    @Command
    @WithTransaction
    Uni<Reply> designate(IdempotentCall call, UUID ticket, DesignationRequest request) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> designate(ticket, request)));
    }

    private Uni<Reply> designate(UUID id, DesignationRequest request) {
        String minutes = request.minutes();
        if (minutes != null && !Scrub.numbers(minutes).equals(minutes)) {
            throw Problem.invalid("minutes", "must not hold a number that points to a person");
        }
        return RoutedTicket.require(id)
                .chain(ticket -> ledger.state(id).chain(before -> designate(id, ticket, before, request)));
    }

    private Uni<Reply> designate(UUID id, RoutedTicket ticket, TicketState before, DesignationRequest request) {
        String region = request.region() == null ? before.region() : request.region();
        choice.requireServing(request.leadUnit(), request.assisting(), region);
        LeadDesignated designated =
                new LeadDesignated(request.leadUnit(), request.assisting(), region, request.minutes());
        return ledger.record(before, id, null, designated)
                .call(after -> decisions.keep(ticket, designated, after))
                .call(after -> over(id))
                .map(after -> reply(id, after, request.assisting()));
    }

    private static Uni<Integer> over(UUID ticket) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update dispute set waiting = false where ticket_id = ?1")
                        .setParameter(1, ticket)
                        .executeUpdate());
    }

    private Reply reply(UUID ticket, TicketState after, List<String> named) {
        Answer answer = new Answer(ticket, after.number(), after.state(), named, after.leadUnit());
        return Reply.created("/api/v1/tickets/" + ticket + "/decision", answer, mapper);
    }
}
