package org.chuishao.grid.mediation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.mediation.MediationViews.Became;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Mediations as far as the caller's scope reaches: the newest first. */
@ApplicationScoped
class ShowMediations {

    private static final String SEEN = "SELECT m.* FROM mediation m WHERE ";
    private static final String IN_SCOPE = " AND " + Mediations.IN_SCOPE;

    /** An array, so that its index is asked beside those of the other columns. */
    private static final String HAS_IT_NOW =
            "m.assignment_id = ANY (ARRAY(SELECT a.id FROM assignment a WHERE a.worker = ?))";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final MediationViews views;

    ShowMediations(Pool pool, Scopes scopes, CurrentScope current, MediationViews views) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.views = views;
    }

    /** What a list may be narrowed by; null where it is not. */
    record Wanted(
            Mediation.@Nullable Phase phase,
            @Nullable Route route,
            @Nullable String region,
            @Nullable UUID ticket,
            @Nullable UUID assignment,
            @Nullable String mediator) {}

    Uni<Page<MediationView>> page(Wanted wanted, @Nullable String cursor, int limit) {
        Conditions conditions = new Conditions();
        String mine = mine(conditions, current.get());
        conditions
                .and("m.phase = ?", name(wanted.phase()))
                .and("m.route = ?", name(wanted.route()))
                .within("m.region", wanted.region())
                .and("m.ticket_id = ?", wanted.ticket())
                .and("m.assignment_id = ?", wanted.assignment())
                .and("m.mediator = ?", wanted.mediator())
                .and("m.id < ?", Cursor.id(cursor));
        String sql = SEEN + mine + " AND " + conditions + IN_SCOPE + " ORDER BY m.id DESC LIMIT "
                + conditions.place(limit + 1);
        return pool.withTransaction((SqlConnection connection) ->
                        scopes.enter(connection).chain(() -> rows(connection, sql, conditions.values())))
                .map(rows -> Page.of(rows.stream().map(MediationViews::line).toList(), limit, last -> last.id()
                        .toString()));
    }

    Uni<MediationView> one(UUID id) {
        Scope reader = current.get();
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection)
                .chain(() -> rows(connection, SEEN + "m.id = $1" + IN_SCOPE, Tuple.of(id)))
                .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.notFound("mediation")))
                .chain(row -> became(connection, id).map(became -> views.whole(row, became, reader))));
    }

    private static Uni<Became> became(SqlConnection connection, UUID id) {
        return of(connection, "mediation_session", id).chain(sessions -> of(connection, "mediation_outcome", id)
                .chain(outcomes -> of(connection, "mediation_revisit", id)
                        .map(revisits -> new Became(sessions, outcomes, revisits))));
    }

    private static Uni<List<Row>> of(SqlConnection connection, String table, UUID id) {
        return rows(connection, "SELECT * FROM " + table + " WHERE mediation_id = $1 ORDER BY n", Tuple.of(id));
    }

    /** The caller's scope by columns that are indexed; what he may see of it the statement and the database check again. */
    private static String mine(Conditions conditions, Scope scope) {
        List<String> mine = new ArrayList<>();
        if (scope.worker() != null) {
            String worker = conditions.place(scope.worker());
            mine.add("m.worker = " + worker);
            mine.add("m.mediator = " + worker);
            mine.add(HAS_IT_NOW.replace("?", worker));
        }
        if (scope.unit() != null) {
            mine.add("m.unit = " + conditions.place(scope.unit()));
        }
        scope.regions()
                .forEach(code -> mine.add(
                        "m.region >= " + conditions.place(code) + " AND m.region < " + conditions.place(code + ":")));
        return mine.isEmpty() ? "false" : "(" + String.join(" OR ", mine) + ")";
    }

    private static Uni<List<Row>> rows(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(Rows::list);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
