package org.chuishao.mesh.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.TicketState;

/**
 * The fold and what is pending over it, under the ticket's lock and read as one snapshot: between two statements the
 * reader could commit.
 */
final class PendingState {

    private static final String TAKE = "select take_ticket(?1, ?2)";

    private PendingState() {}

    static Uni<TicketState> take(UUID ticket) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, String.class)
                        .setParameter(1, ticket)
                        .setParameter(2, TicketLock.key(ticket))
                        .getSingleResult())
                .map(PendingState::fold);
    }

    private static TicketState fold(String snapshot) {
        JsonNode json = StateJson.read(snapshot, JsonNode.class);
        JsonNode kept = json.path("fold");
        TicketState state = kept.isObject() ? StateJson.state(kept.toString()) : TicketState.unseen();
        return over(state, json.path("pending"));
    }

    /** @param pending own events in their order, each with its attributes and data */
    static TicketState over(TicketState kept, JsonNode pending) {
        TicketState state = kept;
        for (JsonNode event : pending) {
            Map<String, String> attributes = new HashMap<>();
            event.path("attributes")
                    .properties()
                    .forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
            state = Fold.apply(
                            state,
                            EventCodec.read(attributes, event.path("data").asText()))
                    .after();
        }
        return state;
    }
}
