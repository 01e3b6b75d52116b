package org.chuishao.grid.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** Reads the board of a region of the caller's scope. */
@ApplicationScoped
class ShowBoard {

    private static final int GRID = 6;

    private static final String REGIONS = """
            SELECT code, name, level, board_day(app_now()) - $2::int + 1 AS resolved_since FROM region
            WHERE (code = $1 OR parent = $1) AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now())
            ORDER BY code
            """;
    private static final String COUNTS = "SELECT place, measure, n FROM board($1, $2, $3)";
    private static final String WHISTLES = """
            SELECT left(w.region, $2) AS place, count(DISTINCT w.id) AS sounding,
                   count(c.id) FILTER (WHERE c.is_open AND c.phase IN ('CALLED', 'SIGNED')) AS awaited
            FROM whistle w LEFT JOIN whistle_call c ON c.whistle_id = w.id
            WHERE w.phase = 'SOUNDED' AND w.region >= $1 AND w.region < $1 || ':'
            GROUP BY 1
            """;
    private static final String ABSENT = """
            SELECT w.id, w.kind, w.region, w.sounded_at, c.department, c.substitute, c.supervision, c.phase
            FROM whistle w JOIN whistle_call c ON c.whistle_id = w.id
            WHERE w.phase = 'SOUNDED' AND w.region >= $1 AND w.region < $1 || ':'
              AND c.is_open AND c.phase IN ('CALLED', 'SIGNED')
            ORDER BY w.sounded_at, w.id, c.place LIMIT 50
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final BoardConfig config;

    ShowBoard(Pool pool, Scopes scopes, CurrentScope current, BoardConfig config) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.config = config;
    }

    Uni<BoardView> board(String code) {
        if (!current.get().covers(code, List.of(), null)) {
            throw Problem.notFound("region");
        }
        return pool.withTransaction((SqlConnection sql) -> scopes.enter(sql).chain(() -> read(sql, code)));
    }

    private Uni<BoardView> read(SqlConnection sql, String code) {
        int level = RegionCode.level(code).orElseThrow(() -> Problem.notFound("region"));
        int digits = RegionCode.digits(Math.min(level + 1, GRID));
        return ask(sql, REGIONS, Tuple.of(code, config.resolvedDays()))
                .map(regions -> Sheet.of(code, Rows.list(regions)))
                .call(sheet -> ask(sql, COUNTS, Tuple.of(code, digits, sheet.resolvedSince()))
                        .invoke(rows -> rows.forEach(sheet::count)))
                .call(sheet -> ask(sql, WHISTLES, Tuple.of(code, digits)).invoke(rows -> rows.forEach(sheet::sound)))
                .chain(sheet -> ask(sql, ABSENT, Tuple.of(code)).map(rows -> sheet.view(absent(rows))));
    }

    private static Uni<RowSet<Row>> ask(SqlConnection sql, String statement, Tuple values) {
        return sql.preparedQuery(statement).execute(values);
    }

    private static List<BoardView.Absent> absent(RowSet<Row> rows) {
        return Rows.list(rows).stream()
                .map(row -> new BoardView.Absent(
                        row.getUUID("id"),
                        row.getString("kind"),
                        row.getString("region"),
                        row.getString("department"),
                        row.getString("substitute"),
                        row.getString("phase").equals("SIGNED"),
                        row.getInteger("supervision"),
                        row.getOffsetDateTime("sounded_at")))
                .toList();
    }
}
