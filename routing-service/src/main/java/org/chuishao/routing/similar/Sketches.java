package org.chuishao.routing.similar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.routing.dispatch.Json;

/** The sketches of tickets, in the reader's transaction: a statement for all tickets of a batch. */
final class Sketches {

    private static final String KEEP = """
            insert into ticket_sketch (ticket_id, at, marks, names, keys)
            select ticket, at, decode(marks, 'base64'), names, keys
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, at timestamptz, marks text, names int[], keys int[])
            on conflict (ticket_id) do nothing
            """;
    private static final String MOVE = """
            update ticket_sketch s set keys = r.keys
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, keys int[])
            where s.ticket_id = r.ticket
            """;
    private static final String LOAD = "select ticket_id, marks, names from ticket_sketch where ticket_id = any($1)";
    private static final String DROP = "delete from ticket_sketch where ticket_id = any($1)";

    private final SqlConnection sql;

    Sketches(SqlConnection sql) {
        this.sql = sql;
    }

    record Kept(UUID ticket, Instant at, byte[] marks, List<Integer> names, List<Integer> keys) {

        static Kept of(UUID ticket, Instant at, Sketch sketch, String region) {
            return new Kept(ticket, at, sketch.marks(), sketch.names(), sketch.keys(region));
        }
    }

    private record Moved(UUID ticket, List<Integer> keys) {}

    Uni<String> salt() {
        return sql.query("select salt::text as salt from sketch_salt")
                .execute()
                .map(rows -> rows.iterator().next().getString("salt"));
    }

    Uni<Void> keep(List<Kept> rows) {
        return run(KEEP, rows);
    }

    /** A ticket is found where it is: its keys are of its county and community. */
    Uni<Void> move(Map<UUID, String> regions) {
        return regions.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(LOAD).execute(ids(regions.keySet())).chain(rows -> run(MOVE, moved(rows, regions)));
    }

    private static List<Moved> moved(RowSet<Row> rows, Map<UUID, String> regions) {
        List<Moved> moved = new ArrayList<>(rows.size());
        for (Row row : rows) {
            UUID ticket = row.getUUID("ticket_id");
            moved.add(new Moved(ticket, sketch(row).keys(Objects.requireNonNull(regions.get(ticket)))));
        }
        return moved;
    }

    Uni<Void> drop(Collection<UUID> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(DROP).execute(ids(tickets)).replaceWithVoid();
    }

    /** Of a row with its marks and names. */
    static Sketch sketch(Row row) {
        return new Sketch(row.getBuffer("marks").getBytes(), Arrays.asList(row.getArrayOfIntegers("names")));
    }

    private static Tuple ids(Collection<UUID> tickets) {
        return Tuple.of((Object) tickets.toArray(UUID[]::new));
    }

    private Uni<Void> run(String statement, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(statement)
                        .execute(Tuple.of(Json.rows(rows)))
                        .replaceWithVoid();
    }
}
