package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.chuishao.grid.page.Conditions;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Reads people and their roles, of the caller's scope only. */
@ApplicationScoped
class Workers {

    private static final String MEMBERS = """
            SELECT m.*, w.name, w.unit, w.synthetic FROM membership m JOIN worker w ON w.id = m.worker
            WHERE m.grid = $1 AND m.valid_from <= app_now() AND (m.valid_to IS NULL OR m.valid_to > app_now())
            ORDER BY m.role, m.backup, m.worker
            """;

    private static final String ABSENCES =
            "SELECT id, worker, from_at, to_at, stand_in, recorded_by, ended_at FROM absence"
                    + " WHERE worker = $1 AND to_at > app_now() AND to_at > from_at ORDER BY from_at, id";

    private static final String MEMBERSHIPS =
            "SELECT m.* FROM membership m WHERE m.worker = $1 ORDER BY m.valid_from DESC, m.grid, m.role LIMIT 1000";

    private final Pool pool;
    private final Scopes scopes;

    Workers(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    Uni<Page<WorkerView>> page(@Nullable String region, @Nullable String unit, String after, int limit) {
        Conditions conditions =
                new Conditions().within("region", region).and("unit = ?", unit).and("id > ?", after);
        String sql = "SELECT * FROM worker WHERE " + conditions
                + " AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now()) ORDER BY id LIMIT "
                + conditions.place(limit + 1);
        return scoped(sql, conditions.values())
                .map(rows -> Page.of(views(rows, WorkerView::of), limit, WorkerView::id));
    }

    Uni<WorkerView> find(String id) {
        return scoped("SELECT * FROM worker WHERE id = $1", Tuple.of(id))
                .map(rows ->
                        views(rows, WorkerView::of).stream().findFirst().orElseThrow(() -> Problem.notFound("worker")));
    }

    /** Who holds which role in a grid now. */
    Uni<List<MemberView>> members(String grid) {
        return scoped(MEMBERS, Tuple.of(grid)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("grid");
            }
            return views(rows, MemberView::of);
        });
    }

    /** When somebody is away, now or later. */
    Uni<List<AbsenceView>> absences(String worker) {
        return find(worker)
                .chain(known -> scoped(ABSENCES, Tuple.of(worker)))
                .map(rows -> views(
                        rows,
                        row -> new AbsenceView(
                                row.getUUID("id"),
                                row.getString("worker"),
                                row.getOffsetDateTime("from_at"),
                                row.getOffsetDateTime("to_at"),
                                row.getString("stand_in"),
                                row.getString("recorded_by"),
                                row.getOffsetDateTime("ended_at"))));
    }

    /** Where somebody works, worked and is to work, as far as the scope reaches; the latest first. */
    Uni<List<MembershipView>> memberships(String worker) {
        return find(worker)
                .chain(known -> scoped(MEMBERSHIPS, Tuple.of(worker)))
                .map(rows -> views(rows, MembershipView::of));
    }

    private Uni<RowSet<Row>> scoped(String sql, Tuple values) {
        return pool.withTransaction((SqlConnection connection) -> scopes.enter(connection)
                .chain(() -> connection.preparedQuery(sql).execute(values)));
    }

    private static <T> List<T> views(RowSet<Row> rows, Function<Row, T> view) {
        return StreamSupport.stream(rows.spliterator(), false).map(view).toList();
    }
}
