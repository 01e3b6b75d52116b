package org.chuishao.grid.mediation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
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

    private static final String SEEN = "SELECT m.* FROM mediation m WHERE " + Mediations.IN_SCOPE + " AND ";
    private static final String SESSIONS = "SELECT s.* FROM mediation_session s WHERE s.mediation_id = $1 ORDER BY s.n";

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
        Conditions conditions = new Conditions()
                .and("m.phase = ?", name(wanted.phase()))
                .and("m.route = ?", name(wanted.route()))
                .within("m.region", wanted.region())
                .and("m.ticket_id = ?", wanted.ticket())
                .and("m.assignment_id = ?", wanted.assignment())
                .and("m.mediator = ?", wanted.mediator())
                .and("m.id < ?", Cursor.id(cursor));
        String sql = SEEN + conditions + " ORDER BY m.id DESC LIMIT " + conditions.place(limit + 1);
        return pool.withTransaction((SqlConnection connection) ->
                        scopes.enter(connection).chain(() -> rows(connection, sql, conditions.values())))
                .map(rows -> Page.of(rows.stream().map(MediationViews::line).toList(), limit, last -> last.id()
                        .toString()));
    }

    Uni<MediationView> one(UUID id) {
        Scope reader = current.get();
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection)
                .chain(() -> rows(connection, SEEN + "m.id = $1", Tuple.of(id)))
                .chain(found -> rows(connection, SESSIONS, Tuple.of(id)).map(sessions -> found.stream()
                        .findFirst()
                        .map(row -> views.whole(row, sessions, reader))
                        .orElseThrow(() -> Problem.notFound("mediation")))));
    }

    private static Uni<List<Row>> rows(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(Rows::list);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
