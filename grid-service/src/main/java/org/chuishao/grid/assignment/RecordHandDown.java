package org.chuishao.grid.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.ProgressReported;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.log.Refusal;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Hands down a part of what a unit has in hand: the unit goes on answering for it (下派不免责). */
@ApplicationScoped
class RecordHandDown {

    private final Assignments assignments;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final Sealer sealer;
    private final Clock clock;
    private final ObjectMapper mapper;

    RecordHandDown(
            Assignments assignments,
            Ledger ledger,
            Idempotency idempotency,
            Scopes scopes,
            Sealer sealer,
            Clock clock,
            ObjectMapper mapper) {
        this.assignments = assignments;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.sealer = sealer;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Reply> record(IdempotentCall call, Scope scope, Part part, @Nullable String note) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> record(scope, part, note)));
    }

    private Uni<Reply> record(Scope scope, Part part, @Nullable String note) {
        Sealed words = note == null || note.isBlank() ? null : sealer.seal(note);
        return assignments.ticketOf(scope, part.parent()).chain(ticket -> ledger.state(ticket)
                .invoke(before -> check(before, part))
                .chain(before -> words == null
                        ? Uni.createFrom().item(before)
                        : ledger.record(before, ticket, part.parent(), new ProgressReported(words, List.of())))
                .chain(before -> ledger.record(before, ticket, part.id(), part.created()))
                .chain(after -> assignments
                        .findById(part.parent())
                        .map(parent -> parent.handDown(part, words, clock.instant()))
                        .chain(assignments::persist)
                        .map(child -> reply(child, after))));
    }

    private static void check(TicketState before, Part part) {
        AssignmentState parent = before.assignments().get(part.parent());
        if (parent == null || parent.phase() != Phase.IN_PROGRESS) {
            throw Refusal.of(before, "it is signed for first, and handed down while it is in progress");
        }
        boolean there = before.assignments().values().stream().anyMatch(it -> open(it) && isAt(it, part));
        if (there) {
            throw Refusal.of(before, "it is there already");
        }
    }

    private static boolean open(AssignmentState it) {
        return it.phase() != Phase.RESOLVED && it.phase() != Phase.ENDED;
    }

    private static boolean isAt(AssignmentState it, Part part) {
        UUID id = it.id();
        boolean sameHands = it.unit().equals(part.unit()) && Objects.equals(it.worker(), part.worker());
        return sameHands && (part.parent().equals(it.parent()) || part.parent().equals(id));
    }

    private Reply reply(Assignment child, TicketState after) {
        return Reply.created("/api/v1/assignments/" + child.id, HandledView.of(child, after), mapper);
    }
}
