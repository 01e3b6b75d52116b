package org.chuishao.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.ticket.Reading;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;

/** Reads a ticket's timeline for somebody who may see the ticket. */
@ApplicationScoped
class ReadTimeline {

    /** One row without an event stands for a ticket whose first event is still on its way. */
    private static final String EVENTS = """
            select t.kind, t.secret, t.units_in_hand, e.* from ticket t left join ticket_event e on e.ticket_id = t.id
            where t.id = $1 order by e.position
            """;

    private final ScopedReads reads;
    private final EventWords words;

    ReadTimeline(ScopedReads reads, EventWords words) {
        this.reads = reads;
        this.words = words;
    }

    /** @throws Problem (as failure) 404 */
    Uni<Timeline> of(UUID ticket, Scope scope) {
        return reads.query(scope, EVENTS, Tuple.of(ticket)).map(rows -> timeline(rows, scope));
    }

    private Timeline timeline(RowSet<Row> rows, Scope scope) {
        if (rows.size() == 0) {
            throw Problem.notFound("ticket");
        }
        List<Timeline.Item> items = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("event_id") != null) {
                items.add(item(row, Reading.of(scope, row)));
            }
        }
        return new Timeline(items, null);
    }

    private Timeline.Item item(Row row, Reading reading) {
        String type = row.getString("type");
        return new Timeline.Item(
                row.getUUID("event_id"),
                row.getOffsetDateTime("at").toInstant(),
                type,
                State.valueOf(row.getString("state")),
                row.getInteger("round"),
                row.getUUID("assignment"),
                ShownActor.of(row),
                row.getBoolean("late"),
                row.getString("why"),
                words.opened(
                        row.getUUID("ticket_id"),
                        type,
                        row.getJsonObject("data"),
                        reading.sight().place(),
                        reading::words));
    }
}
