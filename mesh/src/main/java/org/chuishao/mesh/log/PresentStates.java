package org.chuishao.mesh.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.fold.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as this service knows them, own pending events included, in a transaction of its own that holds their locks: a
 * command may have done what the log has not said yet.
 */
public final class PresentStates {

    private static final String PRESENT = """
            select t.id, f.state::text as state, (
                select json_agg(json_build_object('attributes', p.attributes, 'data', p.data) order by p.seq)::text
                from pending_event p where p.ticket_id = t.id) as pending
            from (select distinct id from unnest($1::uuid[]) as given (id)) t left join ticket_fold f on f.ticket_id = t.id
            """;

    private PresentStates() {}

    /** All that were asked for; one that this service knows nothing of is unseen. */
    public static Uni<Map<UUID, TicketState>> of(ReaderTransaction transaction, Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(PRESENT)
                .execute(Tuple.of((Object) tickets.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, TicketState> states = new HashMap<>();
                    for (Row row : rows) {
                        states.put(row.getUUID("id"), state(row.getString("state"), row.getString("pending")));
                    }
                    return states;
                });
    }

    private static TicketState state(@Nullable String fold, @Nullable String pending) {
        TicketState kept = fold == null ? TicketState.unseen() : StateJson.state(fold);
        JsonNode own = pending == null ? MissingNode.getInstance() : StateJson.read(pending, JsonNode.class);
        return PendingState.over(kept, own);
    }
}
