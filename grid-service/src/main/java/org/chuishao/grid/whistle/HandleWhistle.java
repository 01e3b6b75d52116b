package org.chuishao.grid.whistle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.CommandClocks;
import org.chuishao.mesh.clock.StopClocks;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** A step of a whistle: its rules, one event, the rows and the clocks, in one transaction under the ticket's lock. */
@ApplicationScoped
class HandleWhistle {

    private final Whistles whistles;
    private final Ledger ledger;
    private final CommandClocks clocks;
    private final StopClocks stop;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;
    private final ObjectMapper mapper;

    HandleWhistle(
            Whistles whistles,
            Ledger ledger,
            CommandClocks clocks,
            StopClocks stop,
            Idempotency idempotency,
            Scopes scopes,
            CurrentScope current,
            Clock clock,
            ObjectMapper mapper) {
        this.whistles = whistles;
        this.ledger = ledger;
        this.clocks = clocks;
        this.stop = stop;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** What is done about a whistle; refuses by a {@link org.chuishao.mesh.problem.Problem}. */
    interface Taken {

        Outcome take(Sheet sheet, Scope by, Instant now);
    }

    @Command
    @WithTransaction
    Uni<Reply> handle(UUID whistle, Taken taken, IdempotentCall call) {
        Scope by = current.get();
        return scopes.enter().chain(() -> idempotency.once(call, () -> perform(whistle, taken, by)));
    }

    /** The ticket's lock comes with its state, so the whistle is read after it: no other command is in between. */
    private Uni<Reply> perform(UUID whistle, Taken taken, Scope by) {
        return whistles.ticketOf(whistle).chain(ticket -> ledger.state(ticket).chain(before -> whistles.sheet(whistle)
                .chain(sheet -> record(before, sheet, taken.take(sheet, by, clock.instant())))));
    }

    private Uni<Reply> record(TicketState before, Sheet sheet, Outcome outcome) {
        UUID ticket = sheet.row().ticket;
        sheet.take(outcome.after());
        return whistles.add(outcome.added())
                .chain(() -> ledger.record(before, ticket, null, outcome.event()))
                .call(() -> stopped(ticket, outcome))
                .chain(after -> clocks.arm(after, outcome.starts().apply(after)))
                .map(after -> Reply.created(null, HandledWhistle.of(sheet), mapper));
    }

    private Uni<Void> stopped(UUID ticket, Outcome outcome) {
        Uni<Void> stopped = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, Set<Act>> whose : outcome.stops().entrySet()) {
            stopped = stopped.chain(() -> stop.of(ticket, whose.getKey(), whose.getValue()));
        }
        return stopped;
    }
}
