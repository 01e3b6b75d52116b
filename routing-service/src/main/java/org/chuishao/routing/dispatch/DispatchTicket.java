package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.category.Category;

/** A dispatcher gives a waiting ticket to its units. */
@ApplicationScoped
class DispatchTicket {

    private final Scopes scopes;
    private final CurrentScope scope;
    private final Idempotency idempotency;
    private final Ledger ledger;
    private final Units units;
    private final Clock clock;
    private final ObjectMapper mapper;

    DispatchTicket(
            Scopes scopes,
            CurrentScope scope,
            Idempotency idempotency,
            Ledger ledger,
            Units units,
            Clock clock,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.scope = scope;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.units = units;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Idempotency.Reply> dispatch(IdempotentCall call, DispatchRequest request) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> dispatch(request)));
    }

    private Uni<Idempotency.Reply> dispatch(DispatchRequest request) {
        requireUnits(request);
        return RoutedTicket.<RoutedTicket>findById(request.ticket())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("ticket"))
                .chain(ticket -> ledger.state(request.ticket()).chain(before -> record(ticket, before, request)));
    }

    private void requireUnits(DispatchRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (units.find(request.leadUnit()).isEmpty()) {
            errors.add(new FieldError("leadUnit", "is not the id of a unit"));
        }
        List<String> assisting = request.assisting();
        for (int i = 0; i < assisting.size(); i++) {
            if (units.find(assisting.get(i)).isEmpty()) {
                errors.add(new FieldError("assistingUnits[" + i + "]", "is not the id of a unit"));
            } else if (assisting.get(i).equals(request.leadUnit()) || assisting.indexOf(assisting.get(i)) < i) {
                errors.add(new FieldError("assistingUnits[" + i + "]", "has a part already"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private Uni<Idempotency.Reply> record(RoutedTicket ticket, TicketState before, DispatchRequest request) {
        Severity severity = before.severity();
        String category = before.category();
        TicketDispatched dispatched = new TicketDispatched(
                request.leadUnit(),
                request.assisting(),
                List.of(),
                before.region(),
                severity == null ? Severity.ORDINARY : severity,
                category == null ? Category.OTHER : category,
                Mode.HUMAN,
                request.reason());
        return ledger.record(ticket.ticket, dispatched)
                .call(after -> unqueue(ticket.ticket))
                .call(after -> new Decision(
                                ticket, dispatched, scope.get().subject(), after.seen() - 1, clock.instant())
                        .persist())
                .map(after -> reply(ticket, dispatched, after));
    }

    private static Uni<Integer> unqueue(UUID ticket) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from dispatch_queue where ticket_id = ?1")
                        .setParameter(1, ticket)
                        .executeUpdate());
    }

    private Idempotency.Reply reply(RoutedTicket ticket, TicketDispatched dispatched, TicketState after) {
        Map<String, Object> body = Map.of(
                "ticket", ticket.ticket,
                "number", ticket.number,
                "state", after.state(),
                "leadUnit", dispatched.leadUnit(),
                "assistingUnits", dispatched.assistingUnits(),
                "category", dispatched.category(),
                "severity", dispatched.severity());
        try {
            return new Idempotency.Reply(
                    201, "/api/v1/tickets/" + ticket.ticket + "/decision", mapper.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reply cannot be written", e);
        }
    }
}
