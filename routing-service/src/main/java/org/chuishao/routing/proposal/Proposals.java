package org.chuishao.routing.proposal;

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
import org.chuishao.routing.page.InChina;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.chuishao.routing.proposal.Proposal.Source;
import org.jspecify.annotations.Nullable;

/** The proposals that wait for a verdict, in scope: the oldest first. */
@ApplicationScoped
class Proposals {

    private static final String PAGE = """
            select id, ticket_id, category, region, lead, assisting, minutes, proposed_by, proposed_at, source, solved,
                released, times
            from catalogue_proposal
            where verdict is null and (proposed_at, id) > ($1, $2)
            order by proposed_at, id limit $3
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final Regions regions;

    Proposals(Pool pool, Scopes scopes, Regions regions) {
        this.pool = pool;
        this.scopes = scopes;
        this.regions = regions;
    }

    /**
     * What a conference decided or a whistle taught, as an entry for a category in a region.
     *
     * @param ticket that it was about, the first time
     * @param lead a unit, or the catalogue's pattern of one
     * @param minutes reference of the conference's record
     * @param solved departments that were whistled for, came and solved it
     * @param released departments whose duty it was found not to be
     * @param times how often the same was taught while it waits
     */
    record View(
            UUID id,
            UUID ticket,
            String category,
            String region,
            String regionName,
            String lead,
            List<String> assisting,
            @Nullable String minutes,
            String proposedBy,
            OffsetDateTime proposedAt,
            Source source,
            List<String> solved,
            List<String> released,
            int times) {}

    Uni<Page<View>> page(Mark after, int limit) {
        Tuple from = Tuple.of(after.since().atOffset(ZoneOffset.UTC), after.id(), limit + 1);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(PAGE).execute(from)))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false).toList(), limit, this::view, Proposals::mark));
    }

    private static Mark mark(Row row) {
        return new Mark(row.getOffsetDateTime("proposed_at").toInstant(), row.getUUID("id"));
    }

    private View view(Row row) {
        return new View(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("category"),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                row.getString("lead"),
                List.of(row.getArrayOfStrings("assisting")),
                row.getString("minutes"),
                row.getString("proposed_by"),
                InChina.of(row.getOffsetDateTime("proposed_at")),
                Source.valueOf(row.getString("source")),
                List.of(row.getArrayOfStrings("solved")),
                List.of(row.getArrayOfStrings("released")),
                row.getInteger("times"));
    }
}
