package org.chuishao.routing.returns;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.dispatch.ShownWords;
import org.chuishao.routing.page.InChina;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;

/** The returns that wait, as an adjudicator sees them: in scope, the oldest first. */
@ApplicationScoped
class Returns {

    private static final String PAGE = """
            select r.assignment_id, r.ticket_id, r.unit, r.suggested_unit, r.basis, r.signed_off_by, r.asked_at,
                   t.number, t.title, t.kind, t.secret, t.region
            from return_request r join routing_ticket t using (ticket_id)
            where r.outcome is null and (r.asked_at, r.assignment_id) > ($1, $2)
            order by r.asked_at, r.assignment_id limit $3
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final ShownWords words;
    private final Regions regions;

    Returns(Pool pool, Scopes scopes, ShownWords words, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.words = words;
        this.regions = regions;
    }

    Uni<Page<ReturnView>> page(Mark after, int limit) {
        Tuple from = Tuple.of(after.since().atOffset(ZoneOffset.UTC), after.id(), limit + 1);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(PAGE).execute(from)))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false).toList(), limit, this::view, Returns::mark));
    }

    private static Mark mark(Row row) {
        return new Mark(row.getOffsetDateTime("asked_at").toInstant(), row.getUUID("assignment_id"));
    }

    private ReturnView view(Row row) {
        UUID ticket = row.getUUID("ticket_id");
        return new ReturnView(
                row.getUUID("assignment_id"),
                ticket,
                row.getString("number"),
                words.title(ticket, row.getString("kind"), row.getBoolean("secret"), row.getString("title")),
                row.getString("kind"),
                row.getBoolean("secret"),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                row.getString("unit"),
                row.getString("suggested_unit"),
                words.of(ticket, row.getString("basis")),
                row.getString("signed_off_by"),
                InChina.of(row.getOffsetDateTime("asked_at")));
    }
}
