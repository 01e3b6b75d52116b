package org.chuishao.grid.board;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Marks tickets that are under supervision (督办), by its highest level, until they are settled. */
@ApplicationScoped
class SupervisionOnBoard implements LogEffect {

    private static final String MARK = """
            INSERT INTO board_mark AS m (id, kind, region, measure)
            SELECT id, 'SUPERVISION', region, measure
            FROM json_to_recordset($1::text::json) AS t (id uuid, region text, measure text)
            WHERE measure IS NOT NULL
            ON CONFLICT (id, kind) DO UPDATE SET region = excluded.region, measure = excluded.measure
            WHERE (m.region, m.measure) IS DISTINCT FROM (excluded.region, excluded.measure)
            """;
    private static final String TAKE = """
            DELETE FROM board_mark m
            USING json_to_recordset($1::text::json) AS t (id uuid, region text, measure text)
            WHERE t.measure IS NULL AND m.id = t.id AND m.kind = 'SUPERVISION'
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, TicketState> moved = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            if (read.after().supervision() > 0 && moves(read.before(), read.after())) {
                moved.put(read.event().ticket(), read.after());
            }
        }
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.of(rows(moved).encode());
        return transaction
                .sql()
                .preparedQuery(MARK)
                .execute(rows)
                .chain(() -> transaction.sql().preparedQuery(TAKE).execute(rows))
                .replaceWithVoid();
    }

    private static boolean moves(TicketState before, TicketState after) {
        return before.supervision() != after.supervision()
                || !before.region().equals(after.region())
                || before.state().settled() != after.state().settled();
    }

    private static JsonArray rows(Map<UUID, TicketState> moved) {
        JsonArray rows = new JsonArray();
        moved.forEach((ticket, state) -> rows.add(new JsonObject()
                .put("id", ticket.toString())
                .put("region", state.region())
                .put("measure", state.state().settled() ? null : "SUPERVISION_" + state.supervision())));
        return rows;
    }
}
