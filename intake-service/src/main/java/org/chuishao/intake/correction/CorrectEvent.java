package org.chuishao.intake.correction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Corrected;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Writes a correction beside the event that it corrects. */
@ApplicationScoped
class CorrectEvent {

    private static final String OF_TICKET =
            "select exists (select from ticket_event where event_id = ?1 and ticket_id = ?2)";

    private final Tickets tickets;
    private final Sealer sealer;

    CorrectEvent(Tickets tickets, Sealer sealer) {
        this.tickets = tickets;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> correct(UUID id, CorrectionRequest request, @Nullable String key) {
        Corrected corrected = new Corrected(
                Objects.requireNonNull(request.event()), sealer.seal(Objects.requireNonNull(request.words())));
        return tickets.once(id, "corrections", key, request, ticket -> corrected(ticket, corrected));
    }

    private Uni<Receipt> corrected(Ticket ticket, Corrected corrected) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_TICKET, Boolean.class)
                        .setParameter(1, corrected.event())
                        .setParameter(2, ticket.id())
                        .getSingleResult())
                .chain(known -> known
                        ? tickets.record(ticket, corrected)
                        : Uni.createFrom().failure(Problem.invalid("event", "is not in the timeline of this ticket")));
    }
}
