package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;

/** This service's fold of every ticket, written by the reader of the log and by nothing else. */
final class Folds {

    private static final String SAVE = """
            insert into ticket_fold (ticket_id, state)
            select ticket_id, state::json from unnest($1::uuid[], $2::text[]) as f (ticket_id, state)
            on conflict (ticket_id) do update set state = excluded.state
            """;

    private Folds() {}

    static Uni<Map<UUID, TicketState>> load(SqlClient sql, Collection<UUID> tickets) {
        return sql.preparedQuery("select ticket_id, state::text as state from ticket_fold where ticket_id = any($1)")
                .execute(Tuple.of(tickets.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, TicketState> states = new HashMap<>();
                    for (Row row : rows) {
                        states.put(row.getUUID("ticket_id"), StateJson.state(row.getString("state")));
                    }
                    return states;
                });
    }

    /** Applies events in order; {@code states} holds what each ticket came to. */
    static List<ReadEvent> apply(Map<UUID, TicketState> states, List<Event> events) {
        List<ReadEvent> read = new ArrayList<>(events.size());
        for (Event event : events) {
            TicketState before = states.getOrDefault(event.ticket(), TicketState.unseen());
            Step step = Fold.apply(before, event);
            states.put(event.ticket(), step.after());
            read.add(new ReadEvent(event, step.verdict(), step.why(), before, step.after()));
        }
        return read;
    }

    static Uni<Void> save(SqlClient sql, Map<UUID, TicketState> states) {
        List<Map.Entry<UUID, TicketState>> entries = List.copyOf(states.entrySet());
        return sql.preparedQuery(SAVE)
                .execute(Tuple.of(
                        entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                        entries.stream().map(e -> StateJson.write(e.getValue())).toArray(String[]::new)))
                .replaceWithVoid();
    }
}
