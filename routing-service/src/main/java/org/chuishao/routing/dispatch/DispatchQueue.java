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
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.dispatch.QueuePage.Item;
import org.chuishao.routing.dispatch.QueuePage.Mark;
import org.chuishao.routing.learn.Answer.Candidate;
import org.chuishao.routing.page.InChina;
import org.chuishao.routing.page.RegionRanges;

/** The queue as a dispatcher sees it: in scope, the most urgent first, then the longest waiting. */
@ApplicationScoped
class DispatchQueue {

    private static final String WAITING = """
            select q.rank, q.since, q.ticket_id, q.region, q.severity, q.category, q.reason, t.number, t.kind, t.title, t.secret,
                   r.unit, r.suggested_unit, q.candidates::text as candidates,
                   case when q.claimed_until > (select app_now()) then q.claimed_by end as claimed_by, q.claimed_until
            from dispatch_queue q join routing_ticket t using (ticket_id)
            left join lateral (
                select unit, suggested_unit from return_request
                where ticket_id = q.ticket_id and outcome = 'GRANTED' order by decided_at desc limit 1
            ) r on true
            where %s
            order by q.rank, q.since, q.ticket_id
            """;
    private static final String PAGE =
            WAITING.formatted("(q.rank, q.since, q.ticket_id) > ($1, $2, $3) and %s") + " limit $4";
    private static final String ONE = WAITING.formatted("q.ticket_id = $1");

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
        RegionRanges inScope = RegionRanges.of(scope.get().regions(), "q.region", '$', 5);
        Tuple from = Tuple.of((short) after.rank(), after.since().atOffset(ZoneOffset.UTC), after.ticket(), limit + 1);
        inScope.values().forEach(from::addString);
        return read(PAGE.formatted(inScope.condition()), from).map(rows -> page(rows, limit));
    }

    /** @throws Problem (as failure) 404 where it does not wait in scope */
    Uni<Item> one(UUID ticket) {
        return read(ONE, Tuple.of(ticket)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("ticket in the queue");
            }
            return item(rows.iterator().next());
        });
    }

    private Uni<RowSet<Row>> read(String query, Tuple values) {
        return pool.withTransaction(
                sql -> scopes.enter(sql).chain(() -> sql.preparedQuery(query).execute(values)));
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
        String claimedBy = row.getString("claimed_by");
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
                InChina.of(row.getOffsetDateTime("since")),
                claimedBy,
                claimedBy == null ? null : InChina.of(row.getOffsetDateTime("claimed_until")));
    }
}
