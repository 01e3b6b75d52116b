package org.chuishao.analytics.course;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.analytics.word.EventUnit;
import org.chuishao.analytics.word.EventWord;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps a node for each event that people follow; its place is the event's place in the ticket's log. */
@ApplicationScoped
class KeepNodes implements LogEffect {

    private static final String KEEP = """
            insert into course_node (ticket_id, ord, at, type, unit, late)
            select ticket_id, ord, at, type, unit, late
            from json_populate_recordset(null::course_node, $1::text::json) on conflict do nothing
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        JsonArray nodes = new JsonArray();
        events.stream().filter(read -> EventWord.isShown(read.event().type())).forEach(read -> nodes.add(node(read)));
        return nodes.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(nodes.encode()))
                        .replaceWithVoid();
    }

    private static JsonObject node(ReadEvent read) {
        return new JsonObject()
                .put("ticket_id", read.event().ticket().toString())
                .put("ord", read.after().seen())
                .put("at", read.event().at().toString())
                .put("type", read.event().type().shortName())
                .put("unit", EventUnit.of(read))
                .put("late", !read.applied());
    }
}
