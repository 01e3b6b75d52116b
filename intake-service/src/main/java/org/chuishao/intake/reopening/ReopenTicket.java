package org.chuishao.intake.reopening;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes a settled ticket up again, while its window is open. */
@ApplicationScoped
class ReopenTicket {

    private static final String WINDOW_OVER = "select window_over(?1)";
    private static final String UNCLOCKED = "select cast(floor(extract(epoch from unclocked_window(?1))) as bigint)";

    private final Tickets tickets;
    private final Sealer sealer;
    private final Rulebook rulebook;
    private final Clock clock;

    ReopenTicket(Tickets tickets, Sealer sealer, Rulebook rulebook, Clock clock) {
        this.tickets = tickets;
        this.sealer = sealer;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Command
    @WithTransaction
    Uni<Reply> reopen(UUID id, ReopeningRequest request, @Nullable String key) {
        Sealed reason = sealer.seal(Objects.requireNonNull(request.reason()));
        return tickets.once(id, "reopenings", key, request, ticket -> tickets.state(ticket)
                .chain(before -> reopened(ticket, before, reason)));
    }

    /**
     * The clock says how long: what was settled just now and is not read back yet has its window before it. What was settled
     * before there were clocks has none; its window is counted here, by the same rule.
     */
    private Uni<Receipt> reopened(Ticket ticket, TicketState before, Sealed reason) {
        return windowOver(ticket.id())
                .chain(over -> over ? Uni.createFrom().item(true) : unclockedIsOver(ticket.id(), before))
                .chain(over -> over
                        ? Uni.createFrom()
                                .failure(
                                        Refusal.of(before, "the time to take it up again is over: submit a new ticket"))
                        : tickets.record(ticket, new Reopened(before.round() + 1, reason)));
    }

    private static Uni<Boolean> windowOver(UUID ticket) {
        return Panache.getSession().chain(session -> session.createNativeQuery(WINDOW_OVER, Boolean.class)
                .setParameter(1, ticket)
                .getSingleResult());
    }

    private Uni<Boolean> unclockedIsOver(UUID ticket, TicketState before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UNCLOCKED, Long.class)
                        .setParameter(1, ticket)
                        .getSingleResultOrNull())
                .map(from -> from != null
                        && rulebook.counting()
                                .of(Act.REOPEN_WINDOW, Clocked.of(ticket, before), Instant.ofEpochSecond(from))
                                .filter(window -> window.dueAt().isBefore(clock.instant()))
                                .isPresent());
    }
}
