package org.chuishao.intake.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.ticket.Reading;
import org.chuishao.intake.ticket.ScopedReads;
import org.chuishao.intake.timeline.EventWords;
import org.chuishao.intake.timeline.ShownActor;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.scope.Scope;

/**
 * The events for other systems, none left out and none twice for a client that goes on from its cursor.
 *
 * <p>Several readers keep events at once and commit in any order, so the row with the higher identity may be seen first: a
 * cursor over identities alone would pass the one that commits later for ever. Instead rows are ordered by the
 * transaction that wrote them, and only those below the oldest transaction that is still open anywhere on the server are
 * given out: below that line nothing can appear any more. A transaction that stays open holds the feed back until it
 * ends; the time-outs of the pools bound that. A ticket's events are written one transaction after the other, under its
 * lock, so that their order is the log's.
 *
 * <p>A call goes by a bounded number of events, whoever may see them, and its cursor moves by all of them: so a client of
 * a narrow scope gets on however much happens elsewhere, and never goes through the same events twice.
 *
 * <p>Whoever sees a ticket sees its events. One that comes into a scope later (it moved to another region) begins with
 * its next event; its timeline has the ones before.
 */
@ApplicationScoped
class EventFeed {

    private static final String NEXT = """
            select passed.end_tx::text as end_tx, passed.end_position, e.tx::text as after_tx, e.position,
                e.event_id, e.ticket_id, e.number, e.at, e.type, e.state, e.round, e.assignment, e.actor_role,
                e.actor_id, e.actor_unit, e.late, e.data, e.kind, e.secret, e.units_in_hand
            from feed_end($1::text::xid8, $2, $3) passed left join lateral (
                select e.*, t.number, t.kind, t.secret, t.units_in_hand
                from ticket_event e join ticket t on t.id = e.ticket_id
                where (e.tx, e.position) > ($1::text::xid8, $2)
                    and (e.tx, e.position) <= (passed.end_tx, passed.end_position)
                order by e.tx, e.position limit $4) e on true
            order by e.tx, e.position
            """;
    private static final String NOW = "select pg_snapshot_xmin(pg_current_snapshot())::text as tx";

    private final ScopedReads reads;
    private final EventWords words;
    private final IntakeConfig config;

    EventFeed(ScopedReads reads, EventWords words, IntakeConfig config) {
        this.reads = reads;
        this.words = words;
        this.config = config;
    }

    /** Nothing, and the cursor behind all that can have been given out by now. */
    Uni<Feed> now(Scope scope) {
        return reads.query(scope, NOW, Tuple.tuple())
                .map(rows ->
                        new Feed(List.of(), new Position(rows.iterator().next().getString("tx"), 0).cursor()));
    }

    Uni<Feed> after(Position after, int limit, Scope scope) {
        return reads.query(scope, NEXT, Tuple.of(after.transaction(), after.event(), config.feedWindow(), limit))
                .map(rows -> feed(after, limit, rows, scope));
    }

    /** One row without an event stands for a window in which the scope sees none. */
    private Feed feed(Position after, int limit, RowSet<Row> rows, Scope scope) {
        Position last = after;
        Position end = after;
        List<Feed.Item> items = new ArrayList<>();
        for (Row row : rows) {
            if (row.getString("end_tx") != null) {
                end = new Position(row.getString("end_tx"), row.getLong("end_position"));
            }
            if (row.getUUID("event_id") != null) {
                items.add(item(row, Reading.of(scope, row)));
                last = new Position(row.getString("after_tx"), row.getLong("position"));
            }
        }
        return new Feed(items, (items.size() == limit ? last : end).cursor());
    }

    private Feed.Item item(Row row, Reading reading) {
        String type = row.getString("type");
        return new Feed.Item(
                row.getUUID("event_id"),
                row.getUUID("ticket_id"),
                row.getString("number"),
                row.getOffsetDateTime("at").toInstant(),
                type,
                State.valueOf(row.getString("state")),
                row.getInteger("round"),
                row.getUUID("assignment"),
                ShownActor.of(row),
                row.getBoolean("late"),
                words.masked(type, row.getJsonObject("data"), reading.sight().place()));
    }
}
