package org.chuishao.grid.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;

/** Says what was found where a dispatcher wanted somebody to look; the ticket goes back to be dispatched. */
@ApplicationScoped
class AnswerVerification {

    private static final String SEEN = "SELECT ticket_id FROM verification WHERE ticket_id = ?1";
    private static final String OVER = "UPDATE verification SET waiting = false WHERE ticket_id = ?1";
    private static final String KNOWN = """
            SELECT code FROM region
            WHERE code = ?1 AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now())
            """;

    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final ObjectMapper mapper;

    AnswerVerification(Ledger ledger, Idempotency idempotency, Scopes scopes, ObjectMapper mapper) {
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.mapper = mapper;
    }

    /** Where the answer has brought the ticket. */
    record Answered(UUID ticket, State ticketState, boolean confirmed, String region) {}

    @Command
    @WithTransaction
    Uni<Reply> answer(IdempotentCall call, UUID ticket, PlaceVerified found) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> answer(ticket, found)));
    }

    private Uni<Reply> answer(UUID ticket, PlaceVerified found) {
        return one(SEEN, UUID.class, ticket)
                .invoke(seen -> {
                    if (seen.isEmpty()) {
                        throw Problem.notFound("verification");
                    }
                })
                .chain(() -> one(KNOWN, String.class, found.region()))
                .invoke(known -> {
                    if (known.isEmpty()) {
                        throw Problem.invalid("region", "is not a known region");
                    }
                })
                .chain(() -> ledger.record(ticket, found))
                .call(after -> over(ticket))
                .map(after -> reply(new Answered(ticket, after.state(), found.confirmed(), found.region())));
    }

    private static <T> Uni<List<T>> one(String query, Class<T> type, Object key) {
        return Panache.getSession().chain(session -> session.createNativeQuery(query, type)
                .setParameter(1, key)
                .getResultList());
    }

    private static Uni<Integer> over(UUID ticket) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OVER).setParameter(1, ticket).executeUpdate());
    }

    private Reply reply(Answered answered) {
        return Reply.created(null, answered, mapper);
    }
}
