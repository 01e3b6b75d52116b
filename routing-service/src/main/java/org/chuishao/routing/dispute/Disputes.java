package org.chuishao.routing.dispute;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.dispatch.ShownWords;
import org.chuishao.routing.page.InChina;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.jspecify.annotations.Nullable;

/** The disputes that wait for a conference, as an adjudicator sees them: in scope, the oldest first. */
@ApplicationScoped
class Disputes {

    private static final String PAGE = """
            select d.ticket_id, d.ground, d.units, d.since, t.number, t.title, t.kind, t.secret, t.region
            from dispute d join routing_ticket t using (ticket_id)
            where d.waiting and (d.since, d.ticket_id) > ($1, $2)
            order by d.since, d.ticket_id limit $3
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final ShownWords words;
    private final Regions regions;

    Disputes(Pool pool, Scopes scopes, ShownWords words, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.words = words;
        this.regions = regions;
    }

    /**
     * A dispute that waits.
     *
     * @param title without numbers that point to a person; null where the ticket is a report (举报) or secret
     * @param ground in the words of who brought it up, without such numbers; null where no key opens them
     * @param units none of which says that it is its own
     */
    record View(
            UUID ticket,
            @Nullable String number,
            @Nullable String title,
            String kind,
            boolean secret,
            String region,
            String regionName,
            @Nullable String ground,
            List<String> units,
            OffsetDateTime since) {}

    Uni<Page<View>> page(Mark after, int limit) {
        Tuple from = Tuple.of(after.since().atOffset(ZoneOffset.UTC), after.id(), limit + 1);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(PAGE).execute(from)))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false).toList(), limit, this::view, Disputes::mark));
    }

    private static Mark mark(Row row) {
        return new Mark(row.getOffsetDateTime("since").toInstant(), row.getUUID("ticket_id"));
    }

    private View view(Row row) {
        UUID ticket = row.getUUID("ticket_id");
        return new View(
                ticket,
                row.getString("number"),
                words.title(ticket, row.getString("kind"), row.getBoolean("secret"), row.getString("title")),
                row.getString("kind"),
                row.getBoolean("secret"),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                words.of(ticket, row.getString("ground")),
                List.of(row.getArrayOfStrings("units")),
                InChina.of(row.getOffsetDateTime("since")));
    }
}
