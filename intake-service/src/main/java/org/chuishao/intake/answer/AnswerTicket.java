package org.chuishao.intake.answer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.ticket.Reference;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Answers what needs nobody to go out. */
@ApplicationScoped
class AnswerTicket {

    private final Tickets tickets;
    private final Sealer sealer;

    AnswerTicket(Tickets tickets, Sealer sealer) {
        this.tickets = tickets;
        this.sealer = sealer;
    }

    @Command
    @WithTransaction
    Uni<Reply> answer(UUID id, AnswerRequest request, @Nullable String key) {
        Answered answered = new Answered(
                sealer.seal(Objects.requireNonNull(request.answer())),
                Reference.inClear("knowledge", request.knowledge()));
        return tickets.once(id, "answers", key, request, ticket -> tickets.record(ticket, answered));
    }
}
