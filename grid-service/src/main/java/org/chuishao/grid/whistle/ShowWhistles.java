package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Whistles as far as the caller's scope reaches: the most pressing first, the oldest of these first. */
@ApplicationScoped
class ShowWhistles {

    private static final String CALLS = """
            select w.*, row_to_json(w)::text as whistle, (
                select json_agg(row_to_json(c) order by c.place)::text
                from (select k.*, whistles_out(k.department) as out_on from whistle_call k
                      where k.whistle_id = w.id) c) as calls""";
    private static final String REST = """
            , (select json_agg(row_to_json(n) order by n.id)::text from whistle_note n where n.whistle_id = w.id) as notes,
            (select json_agg(row_to_json(r) order by r.id)::text from whistle_rating r where r.whistle_id = w.id) as ratings
            """;
    private static final String SEEN = " from whistle w"
            + " where (in_scope(w.region, w.seen_by::text[], null) or is_own(w.blower_worker, w.blower_grid))";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final WhistleViews views;

    ShowWhistles(Pool pool, Scopes scopes, CurrentScope current, WhistleViews views) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.views = views;
    }

    /** What a list may be narrowed by; null where it is not. */
    record Wanted(
            Whistle.@Nullable Phase phase,
            @Nullable WhistleKind kind,
            @Nullable String region,
            @Nullable UUID ticket,
            @Nullable String department) {}

    Uni<Page<WhistleView>> page(Wanted wanted, @Nullable String cursor, int limit) {
        Scope scope = current.get();
        Conditions conditions = new Conditions()
                .and(
                        "w.phase = ?",
                        wanted.phase() == null ? null : wanted.phase().name())
                .and("w.kind = ?", wanted.kind() == null ? null : wanted.kind().name())
                .within("w.region", wanted.region())
                .and("w.ticket_id = ?", wanted.ticket())
                .and(
                        "exists (select from whistle_call d where d.whistle_id = w.id and d.department = ?)",
                        wanted.department());
        String after = after(conditions, Cursor.key(cursor));
        String sql = CALLS + SEEN + " and " + conditions + after + " order by w.urgency, w.blown_at, w.id limit "
                + conditions.place(limit + 1);
        return read(sql, conditions.values())
                .map(rows -> Page.of(rows, limit, ShowWhistles::key))
                .map(page -> new Page<>(
                        page.items().stream().map(row -> views.line(row, scope)).toList(), page.next()));
    }

    Uni<WhistleView> one(UUID id) {
        Scope scope = current.get();
        return read(CALLS + REST + SEEN + " and w.id = $1", Tuple.of(id)).map(rows -> rows.stream()
                .findFirst()
                .map(row -> views.whole(row, scope))
                .orElseThrow(() -> Problem.notFound("whistle")));
    }

    private Uni<List<Row>> read(String sql, Tuple values) {
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection)
                        .chain(() -> connection.preparedQuery(sql).execute(values)))
                .map(ShowWhistles::list);
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static String key(Row row) {
        return row.getInteger("urgency") + " "
                + row.getOffsetDateTime("blown_at").toInstant() + " " + row.getUUID("id");
    }

    private static String after(Conditions conditions, String key) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            String[] parts = key.split(" ", -1);
            return " and (w.urgency, w.blown_at, w.id) > ("
                    + conditions.place(Integer.valueOf(parts[0])) + ", "
                    + conditions.place(Instant.parse(parts[1]).atOffset(ZoneOffset.UTC)) + ", "
                    + conditions.place(UUID.fromString(parts[2])) + ")";
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException e) {
            throw Cursor.wrong();
        }
    }
}
