package org.chuishao.grid.patrol;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** What was reported, as far as the caller's scope reaches: the newest first. */
@ApplicationScoped
class PatrolReports {

    private final Pool pool;
    private final Scopes scopes;

    PatrolReports(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    Uni<Page<PatrolReport>> page(@Nullable String region, @Nullable String cursor, int limit) {
        Conditions conditions = new Conditions().within("grid", region).and("ticket_id < ?", Cursor.id(cursor));
        String sql = "SELECT * FROM patrol_report WHERE in_scope(grid, '{}', worker) AND " + conditions
                + " ORDER BY ticket_id DESC LIMIT " + conditions.place(limit + 1);
        return pool.withTransaction(connection -> scopes.enter(connection)
                        .chain(() -> connection.preparedQuery(sql).execute(conditions.values())))
                .map(rows -> Page.of(
                        Rows.list(rows).stream().map(PatrolReports::report).toList(), limit, last -> last.id()
                                .toString()));
    }

    private static PatrolReport report(Row row) {
        return new PatrolReport(
                row.getUUID("ticket_id"),
                row.getString("grid"),
                row.getString("worker"),
                row.getBoolean("solved_on_spot"),
                row.getOffsetDateTime("reported_at"),
                null);
    }
}
