package org.chuishao.routing.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.page.InChina;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.jspecify.annotations.Nullable;

/** The desks that have to be called, in scope: the longest waiting first. */
@ApplicationScoped
class DueCalls {

    private static final String PAGE = """
            select c.ticket_id, c.unit, c.since, t.number, t.region
            from desk_call c join routing_ticket t using (ticket_id)
            where (c.since, c.ticket_id) > ($1, $2)
            order by c.since, c.ticket_id limit $3
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final Regions regions;

    DueCalls(Pool pool, Scopes scopes, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.regions = regions;
    }

    /**
     * A desk to be called.
     *
     * @param number null for what was found on patrol
     * @param since when it was dispatched to the desk, or became a danger to life there
     */
    record View(
            UUID ticket,
            @Nullable String number,
            String unit,
            String region,
            String regionName,
            OffsetDateTime since) {}

    Uni<Page<View>> page(Mark after, int limit) {
        Tuple from = Tuple.of(after.since().atOffset(ZoneOffset.UTC), after.id(), limit + 1);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(PAGE).execute(from)))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false).toList(), limit, this::view, DueCalls::mark));
    }

    private static Mark mark(Row row) {
        return new Mark(row.getOffsetDateTime("since").toInstant(), row.getUUID("ticket_id"));
    }

    private View view(Row row) {
        return new View(
                row.getUUID("ticket_id"),
                row.getString("number"),
                row.getString("unit"),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                InChina.of(row.getOffsetDateTime("since")));
    }
}
