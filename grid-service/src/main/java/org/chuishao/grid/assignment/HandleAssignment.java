package org.chuishao.grid.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** What a unit or worker does about an assignment: one event, and the assignment's own row beside it. */
@ApplicationScoped
class HandleAssignment {

    private final Assignments assignments;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;
    private final ObjectMapper mapper;

    HandleAssignment(
            Assignments assignments,
            Ledger ledger,
            Idempotency idempotency,
            Scopes scopes,
            CurrentScope current,
            Clock clock,
            ObjectMapper mapper) {
        this.assignments = assignments;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Refuses by a {@link org.chuishao.mesh.problem.Problem} what the log would allow: the limits of an act are its author's. */
    interface Limit {

        Limit NONE = (row, before, now) -> Uni.createFrom().voidItem();

        Uni<Void> check(Assignment row, TicketState before, Instant now);
    }

    /** An act on an assignment: what goes on the log, within which limit, and what the row keeps beside its new state. */
    record Act(UUID assignment, AssignmentEvent event, Limit limit, BiConsumer<Assignment, Instant> row) {

        Act(UUID assignment, AssignmentEvent event, BiConsumer<Assignment, Instant> row) {
            this(assignment, event, Limit.NONE, row);
        }
    }

    /** Does it once for this key; without one, as often as it is asked for and the state allows. */
    @Command
    @WithTransaction
    Uni<Reply> handle(Act act, @Nullable IdempotentCall call) {
        Supplier<Uni<Reply>> work = () -> perform(act);
        return scopes.enter().chain(() -> call == null ? work.get() : idempotency.once(call, work));
    }

    /** The ticket's lock comes with the ledger, so the row is read after it: no other command is in between. */
    private Uni<Reply> perform(Act act) {
        return assignments.ticketOf(current.get(), act.assignment()).chain(ticket -> {
            // asks who is calling before the wait for the lock, as the ledger does
            Uni<TicketState> recorded = ledger.record(ticket, act.assignment(), act.event());
            return ledger.state(ticket)
                    .chain(before -> assignments.findById(act.assignment()).call(row -> act.limit()
                            .check(row, before, clock.instant())))
                    .chain(row -> recorded.map(after -> change(row, act, after)));
        });
    }

    private Reply change(Assignment row, Act act, TicketState after) {
        AssignmentState state = after.assignments().get(row.id);
        if (state == null) {
            throw new IllegalStateException("the log knows no assignment " + row.id);
        }
        act.row().accept(row, clock.instant());
        row.follow(state);
        return Reply.created("/api/v1/assignments/" + row.id, HandledView.of(row, after), mapper);
    }
}
