package org.chuishao.routing.similar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.chuishao.routing.classify.RoutingConfig;
import org.chuishao.routing.dispatch.ShownWords;
import org.chuishao.routing.page.InChina;
import org.jspecify.annotations.Nullable;

/** Tickets that are about the same matter as one, as a dispatcher sees them. */
@ApplicationScoped
class SimilarTickets {

    private static final int MOST = 10;

    private static final String THERE = "select 1 from routing_ticket where ticket_id = $1";

    /** Row security of the ticket stands before what the door lets through. */
    private static final String ALIKE = """
            select a.*, t.number, t.kind, t.secret, t.title, t.region
            from alike($1, $2) a join routing_ticket t using (ticket_id)
            where a.state not in ('MERGED', 'WITHDRAWN', 'DECLINED') or a.ticket_id = $1
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final ShownWords words;
    private final Regions regions;
    private final RoutingConfig config;

    SimilarTickets(Pool pool, Scopes scopes, ShownWords words, Regions regions, RoutingConfig config) {
        this.pool = pool;
        this.scopes = scopes;
        this.words = words;
        this.regions = regions;
        this.config = config;
    }

    /**
     * A ticket that is about the same matter.
     *
     * @param title without numbers that point to a person
     * @param score 0 to 1, the list's order
     * @param text how alike the words are, 0 to 1, give or take 0.03
     * @param merge null where the two cannot be merged any more
     */
    record Item(
            UUID ticket,
            @Nullable String number,
            @Nullable String title,
            String region,
            String regionName,
            @Nullable String category,
            State state,
            OffsetDateTime receivedAt,
            double score,
            double text,
            Nearness place,
            long hoursApart,
            List<String> reasons,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            MergeCall merge) {}

    /** @throws Problem (as failure) 404 where there is no such ticket in scope */
    Uni<List<Item>> to(UUID ticket) {
        Tuple asked = Tuple.of(ticket, (double) config.similarWithin().toSeconds());
        return pool.withTransaction(sql -> scopes.enter(sql)
                .chain(() -> sql.preparedQuery(THERE).execute(Tuple.of(ticket)))
                .invoke(there -> {
                    if (there.size() == 0) {
                        throw Problem.notFound("ticket");
                    }
                })
                .chain(() -> sql.preparedQuery(ALIKE).execute(asked))
                .map(rows -> compared(ticket, Rows.list(rows))));
    }

    private List<Item> compared(UUID ticket, List<Row> rows) {
        Optional<Row> asked = rows.stream().filter(row -> is(row, ticket)).findFirst();
        return asked.stream()
                .flatMap(one -> rows.stream()
                        .filter(row -> !is(row, ticket))
                        .flatMap(other ->
                                Likeness.of(known(one), known(other)).map(it -> item(one, other, it)).stream()))
                .sorted(Comparator.comparingDouble(Item::score).reversed().thenComparing(Item::ticket))
                .limit(MOST)
                .toList();
    }

    private Item item(Row one, Row other, Likeness likeness) {
        UUID ticket = other.getUUID("ticket_id");
        return new Item(
                ticket,
                other.getString("number"),
                words.title(ticket, other.getString("kind"), other.getBoolean("secret"), other.getString("title")),
                other.getString("region"),
                regions.nameOf(other.getString("region")),
                other.getString("category"),
                State.valueOf(other.getString("state")),
                InChina.of(other.getOffsetDateTime("at")),
                Math.round(likeness.score() * 100) / 100.0,
                Math.round(likeness.text() * 100) / 100.0,
                likeness.place(),
                likeness.apart().toHours(),
                likeness.reasons(),
                MergeCall.of(party(one), party(other), likeness));
    }

    private static boolean is(Row row, UUID ticket) {
        return row.getUUID("ticket_id").equals(ticket);
    }

    private static MergeCall.Party party(Row row) {
        return new MergeCall.Party(
                row.getUUID("ticket_id"),
                State.valueOf(row.getString("state")),
                row.getOffsetDateTime("at").toInstant());
    }

    private static Known known(Row row) {
        return new Known(
                Sketches.sketch(row),
                row.getString("region"),
                row.getString("category"),
                row.getOffsetDateTime("at").toInstant());
    }
}
