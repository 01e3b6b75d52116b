package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Event;

/** The table that events are written to, in the transaction that they belong to. */
public final class Outbox {

    /** Where every event about a ticket goes. */
    static final String LIFECYCLE = "ticket-lifecycle";

    private static final String INSERT = """
            insert into outbox (event_id, ticket_id, shard, topic, key, attributes, data)
            select event_id, ticket_id, shard, '%s', ticket_id::text, attributes::json, data
            from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::text[]) with ordinality
                 as e (event_id, ticket_id, shard, attributes, data, ord)
            order by ord
            """.formatted(LIFECYCLE);

    private Outbox() {}

    /** In the given order: within a ticket it is the order on the log. */
    static Uni<Void> append(SqlClient sql, int shards, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(INSERT)
                .execute(Tuple.of(
                        events.stream().map(Event::id).toArray(UUID[]::new),
                        events.stream().map(Event::ticket).toArray(UUID[]::new),
                        events.stream().map(e -> shard(e.ticket(), shards)).toArray(Short[]::new),
                        events.stream().map(EventCodec::attributesJson).toArray(String[]::new),
                        events.stream().map(EventCodec::data).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Which of the relays publishes a ticket's events; whoever writes the outbox by a statement of his own goes by it too. */
    public static short shard(UUID ticket, int shards) {
        return (short) Math.floorMod(ticket.hashCode(), shards);
    }
}
