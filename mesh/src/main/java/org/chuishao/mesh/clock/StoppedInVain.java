package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReaderTransaction;

/** Which state's clocks a command has stopped for an act that came too late on the log: the ticket is still where it was. */
final class StoppedInVain {

    private static final String LAST = """
            select distinct on (d.ticket_id) d.ticket_id, d.state in ('STOPPED', 'ANNULLED') as over, d.started_at
            from unnest($1::uuid[], $2::int[], $3::text[]) as held (ticket_id, round, act)
            join deadline d on d.ticket_id = held.ticket_id and d.round = held.round and d.act = held.act
                and d.assignment is null
            order by d.ticket_id, d.started_at desc, d.id desc
            """;

    private StoppedInVain() {}

    /** @return the tickets that lack their state's clock, and from when it counts: as before, or now where there was none */
    static Uni<Map<UUID, Instant>> of(
            ReaderTransaction transaction, Map<UUID, TicketState> held, Map<State, Act> acts) {
        if (held.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<Map.Entry<UUID, TicketState>> tickets = held.entrySet();
        return transaction
                .sql()
                .preparedQuery(LAST)
                .execute(Tuple.of(
                        tickets.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                        tickets.stream().map(it -> it.getValue().round()).toArray(Integer[]::new),
                        tickets.stream()
                                .map(it -> String.valueOf(acts.get(it.getValue().state())))
                                .toArray(String[]::new)))
                .map(rows -> {
                    Map<UUID, Instant> from = new HashMap<>();
                    held.keySet().forEach(ticket -> from.put(ticket, transaction.now()));
                    for (Row row : rows) {
                        UUID ticket = row.getUUID("ticket_id");
                        if (row.getBoolean("over")) {
                            from.put(ticket, row.getOffsetDateTime("started_at").toInstant());
                        } else {
                            from.remove(ticket);
                        }
                    }
                    return from;
                });
    }
}
