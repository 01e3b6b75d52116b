package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sight.Sight;
import org.chuishao.routing.dispatch.QueuePage.Item;
import org.chuishao.routing.dispatch.QueuePage.Mark;

/** The queue as a dispatcher sees it: in scope, the most urgent first, then the longest waiting. */
@ApplicationScoped
class DispatchQueue {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String PAGE = """
            select q.rank, q.since, q.ticket_id, q.region, q.severity, q.category, q.reason, t.number, t.kind, t.title, t.secret
            from dispatch_queue q join routing_ticket t using (ticket_id)
            where (q.rank, q.since, q.ticket_id) > ($1, $2, $3)
            order by q.rank, q.since, q.ticket_id limit $4
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final ShownWords words;
    private final Regions regions;

    DispatchQueue(Pool pool, Scopes scopes, ShownWords words, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.words = words;
        this.regions = regions;
    }

    Uni<QueuePage> page(Mark after, int limit) {
        Tuple from = Tuple.of((short) after.rank(), after.since().atOffset(ZoneOffset.UTC), after.ticket(), limit + 1);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(PAGE).execute(from)))
                .map(rows -> page(rows, limit));
    }

    private QueuePage page(RowSet<Row> rows, int limit) {
        List<Item> items = new ArrayList<>();
        Mark last = null;
        for (Row row : rows) {
            if (items.size() == limit && last != null) {
                return new QueuePage(items, last.cursor());
            }
            items.add(item(row));
            last = new Mark(row.getShort("rank"), row.getOffsetDateTime("since").toInstant(), row.getUUID("ticket_id"));
        }
        return new QueuePage(items, null);
    }

    private Item item(Row row) {
        boolean secret = row.getBoolean("secret");
        Kind kind = Kind.valueOf(row.getString("kind"));
        OffsetDateTime since = row.getOffsetDateTime("since");
        return new Item(
                row.getUUID("ticket_id"),
                row.getString("number"),
                Sight.factsOnly(kind, secret) ? null : words.of(row.getUUID("ticket_id"), row.getString("title")),
                kind.name(),
                secret,
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                row.getString("severity"),
                row.getString("category"),
                row.getString("reason"),
                since.truncatedTo(ChronoUnit.MILLIS).atZoneSameInstant(CHINA).toOffsetDateTime());
    }
}
