package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of the caller's scope, the next to fall due first. */
@ApplicationScoped
class ShowDeadlines {

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;

    ShowDeadlines(Pool pool, Scopes scopes, CurrentScope current) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
    }

    /** What is asked for; all of it may be left out. */
    record Wanted(
            @Nullable UUID ticket,
            @Nullable Act act,
            @Nullable String state,
            @Nullable String unit,
            @Nullable String region) {}

    /** @param after due instant and id of the last one of the page before, as {@link #key} made it */
    Uni<Page<DeadlineView>> page(Wanted wanted, @Nullable Last after, int limit) {
        Conditions conditions = new Conditions();
        String sql = sql(conditions, wanted, current.get(), after, limit);
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection)
                        .chain(() -> connection.preparedQuery(sql).execute(conditions.values())))
                .map(rows -> {
                    List<DeadlineView> views = new ArrayList<>();
                    for (Row row : rows) {
                        views.add(DeadlineView.of(row));
                    }
                    return Page.of(views, limit, view -> new Last(view.dueAt(), view.id()).toString());
                });
    }

    /** Only what is asked for stands in the statement, and its value in the conditions. */
    static String sql(Conditions conditions, Wanted wanted, Scope scope, @Nullable Last after, int limit) {
        conditions
                .and("ticket_id = ?", wanted.ticket())
                .and("act = ?", wanted.act() == null ? null : wanted.act().name())
                .and("state = ?", wanted.state())
                .and("unit = ?", wanted.unit())
                .within("region", wanted.region());
        String mine = mine(conditions, scope);
        String next = after == null
                ? ""
                : " AND (due_at, id) > (" + conditions.place(after.dueAt()) + ", " + conditions.place(after.id()) + ")";
        return "SELECT *, (SELECT e.at FROM deadline_excuse e WHERE e.deadline = deadline.id) AS excused_at"
                + " FROM deadline WHERE " + conditions + " AND (" + mine + ")" + next
                + " ORDER BY due_at, id LIMIT " + conditions.place(limit + 1);
    }

    /** The caller's scope in the query itself; row-level security checks it again. */
    private static String mine(Conditions conditions, Scope scope) {
        List<String> mine = new ArrayList<>();
        if (scope.worker() != null) {
            String worker = conditions.place(scope.worker());
            mine.add("worker = " + worker + " AND region = ANY (CAST((SELECT my_places()) AS text[]))");
            mine.add("worker = " + worker + " AND act = 'MEDIATION_REVISIT' AND mediates(worker, region)");
        }
        if (scope.unit() != null) {
            mine.add("unit = " + conditions.place(scope.unit()));
        }
        scope.regions()
                .forEach(code -> mine.add(
                        "region >= " + conditions.place(code) + " AND region < " + conditions.place(code + ":")));
        return mine.isEmpty() ? "false" : String.join(" OR ", mine);
    }
}
