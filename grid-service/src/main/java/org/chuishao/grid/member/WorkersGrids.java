package org.chuishao.grid.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** The grids that a worker works in now, for himself. */
@ApplicationScoped
public class WorkersGrids {

    private static final String GRIDS = """
            SELECT r.code, r.name, string_agg(m.role, ',' ORDER BY m.role) AS roles
            FROM membership m JOIN region r ON r.code = m.grid
            WHERE m.worker = $1 AND m.valid_from <= app_now() AND (m.valid_to IS NULL OR m.valid_to > app_now())
            GROUP BY r.code, r.name ORDER BY r.code
            """;

    private final Pool pool;
    private final Scopes scopes;

    WorkersGrids(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    public record OwnGrid(String code, String name, List<String> roles) {}

    public Uni<List<OwnGrid>> of(String worker) {
        return pool.withTransaction((SqlConnection sql) ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(GRIDS).execute(Tuple.of(worker))))
                .map(rows -> Rows.list(rows).stream()
                        .map(row -> new OwnGrid(
                                row.getString("code"),
                                row.getString("name"),
                                List.of(row.getString("roles").split(",", -1))))
                        .toList());
    }
}
