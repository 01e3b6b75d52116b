package org.chuishao.routing.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.dispatch.QueuePage.Item;
import org.chuishao.routing.dispatch.QueuePage.Mark;
import org.chuishao.routing.learn.Answer.Candidate;
import org.chuishao.routing.page.InChina;

/** The queue as a dispatcher sees it: in scope, the most urgent first, then the longest waiting. */
@ApplicationScoped
class DispatchQueue {

    private static final String PAGE = """
            select q.rank, q.since, q.ticket_id, q.region, q.severity, q.category, q.reason, t.number, t.kind, t.title, t.secret,
                   r.unit, r.suggested_unit, q.candidates::text as candidates
            from dispatch_queue q join routing_ticket t using (ticket_id)
            left join lateral (
                select unit, suggested_unit from return_request
                where ticket_id = q.ticket_id and outcome = 'GRANTED' order by decided_at desc limit 1
            ) r on true
            where (q.rank, q.since, q.ticket_id) > ($1, $2, $3) and (%s)
            order by q.rank, q.since, q.ticket_id limit $4
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope scope;
    private final ShownWords words;
    private final Regions regions;

    DispatchQueue(Pool pool, Scopes scopes, CurrentScope scope, ShownWords words, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.scope = scope;
        this.words = words;
        this.regions = regions;
    }

    Uni<QueuePage> page(Mark after, int limit) {
        Tuple from = Tuple.of((short) after.rank(), after.since().atOffset(ZoneOffset.UTC), after.ticket(), limit + 1);
        String page = PAGE.formatted(inScope(from));
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(page).execute(from)))
                .map(rows -> page(rows, limit));
    }

    /** The scope as ranges that find their index; row security asks the same again, row by row. */
    private String inScope(Tuple values) {
        StringJoiner ranges = new StringJoiner(" or ").setEmptyValue("false");
        for (String region : scope.get().regions()) {
            values.addString(region).addString(region + ":");
            ranges.add("q.region >= $%d and q.region < $%d".formatted(values.size() - 1, values.size()));
        }
        return ranges.toString();
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
        UUID ticket = row.getUUID("ticket_id");
        boolean secret = row.getBoolean("secret");
        String kind = row.getString("kind");
        return new Item(
                ticket,
                row.getString("number"),
                words.title(ticket, kind, secret, row.getString("title")),
                kind,
                secret,
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                row.getString("severity"),
                row.getString("category"),
                row.getString("reason"),
                row.getString("unit"),
                row.getString("suggested_unit"),
                Json.list(row.getString("candidates"), Candidate.class),
                InChina.of(row.getOffsetDateTime("since")));
    }
}
