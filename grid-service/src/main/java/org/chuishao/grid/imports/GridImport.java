package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chuishao.mesh.problem.FieldError;

/**
 * The statements of an import. A community that gets real base grids loses its synthetic ones; their codes end and still
 * resolve. People stay with a code that stays; a new code takes over those who serve the whole community or town, so that
 * a dispatch finds the grid chief until the grid has a worker of its own.
 */
@ApplicationScoped
class GridImport {

    private static final String REFUSED = """
            SELECT f.ord, c.code IS NULL AS no_community, g.valid_to IS NOT NULL AND NOT g.synthetic AS ended
            FROM unnest($1::text[]) WITH ORDINALITY AS f (code, ord)
            LEFT JOIN region c ON c.code = left(f.code, 12) AND c.level = 5 AND c.valid_to IS NULL
            LEFT JOIN region g ON g.code = f.code
            WHERE c.code IS NULL OR (g.valid_to IS NOT NULL AND NOT g.synthetic)
            ORDER BY f.ord
            """;
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE g.code IS NULL OR g.valid_to IS NOT NULL) AS added,
                   count(*) FILTER (WHERE g.synthetic AND g.valid_to IS NULL) AS replaced,
                   count(*) FILTER (WHERE NOT g.synthetic AND (g.name, g.households) = (f.name, f.households)) AS unchanged
            FROM unnest($1::text[], $2::text[], $3::int[]) AS f (code, name, households)
            LEFT JOIN region g ON g.code = f.code
            """;
    private static final String END_SYNTHETIC = """
            UPDATE region SET valid_to = app_now()
            WHERE parent = ANY (SELECT left(code, 12) FROM unnest($1::text[], $2::text[]) AS f (code, kind) WHERE kind = 'BASE')
              AND level = 6 AND kind = 'BASE' AND synthetic AND valid_to IS NULL AND code <> ALL ($1)
            RETURNING code
            """;
    private static final String END_MEMBERSHIPS =
            "UPDATE membership SET valid_to = app_now() WHERE grid = ANY ($1) AND valid_to IS NULL";
    private static final String UPSERT = """
            INSERT INTO region AS g (code, level, name, parent, kind, households, synthetic, valid_from)
            SELECT code, 6, name, left(code, 12), kind, households, false, app_now()
            FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS f (code, name, kind, households)
            ON CONFLICT (code) DO UPDATE
            SET name = excluded.name, households = excluded.households, synthetic = false, valid_to = NULL,
                valid_from = CASE WHEN g.synthetic THEN excluded.valid_from ELSE g.valid_from END
            WHERE (g.name, g.households, g.synthetic) IS DISTINCT FROM (excluded.name, excluded.households, false)
            """;
    private static final String TAKE_OVER = """
            INSERT INTO membership (grid, role, worker, line, valid_from)
            SELECT DISTINCT f.code, m.role, m.worker, m.line, app_now()
            FROM unnest($1::text[]) AS f (code)
            JOIN membership m ON m.grid >= left(f.code, 12) AND m.grid < left(f.code, 12) || ':' AND NOT m.backup
            JOIN worker w ON w.id = m.worker AND length(w.region) <= 12 AND w.valid_to IS NULL
            WHERE NOT EXISTS (SELECT FROM membership o WHERE o.grid = f.code AND o.valid_to IS NULL)
            """;

    /** What the register says against the file; a code outside of what the caller may see is no community of his. */
    Uni<List<FieldError>> refused(SqlConnection sql, List<GridRow> rows) {
        return sql.preparedQuery(REFUSED)
                .execute(Tuple.of((Object) texts(rows, GridRow::code)))
                .map(wrong -> {
                    List<FieldError> errors = new ArrayList<>();
                    for (Row row : wrong) {
                        String message = row.getBoolean("no_community")
                                ? "must begin with the code of a community in force"
                                : "has ended; an ended code is not used again";
                        errors.add(rows.get(row.getLong("ord").intValue() - 1).wrong("code", message));
                    }
                    return errors;
                });
    }

    Uni<ImportReport> apply(SqlConnection sql, List<GridRow> rows, boolean dryRun) {
        String[] codes = texts(rows, GridRow::code);
        String[] names = texts(rows, GridRow::name);
        String[] kinds = texts(rows, row -> row.kind().name());
        Integer[] households = rows.stream().map(GridRow::households).toArray(Integer[]::new);
        return run(sql, COUNTS, Tuple.of(codes, names, households))
                .chain(counts -> run(sql, END_SYNTHETIC, Tuple.of(codes, kinds))
                        .call(ended -> run(sql, END_MEMBERSHIPS, Tuple.of((Object) ended(ended))))
                        .call(() -> run(sql, UPSERT, Tuple.of(codes, names, kinds, households)))
                        .call(() -> run(sql, TAKE_OVER, Tuple.of((Object) codes)))
                        .map(ended -> report(rows.size(), counts.iterator().next(), ended.size(), dryRun)));
    }

    private static ImportReport report(int rows, Row counts, int ended, boolean dryRun) {
        int added = counts.getInteger("added");
        int replaced = counts.getInteger("replaced");
        int unchanged = counts.getInteger("unchanged");
        return new ImportReport(dryRun, rows, added, replaced, rows - added - replaced - unchanged, unchanged, ended);
    }

    private static Uni<RowSet<Row>> run(SqlConnection sql, String statement, Tuple values) {
        return sql.preparedQuery(statement).execute(values);
    }

    private static String[] ended(RowSet<Row> rows) {
        List<String> codes = new ArrayList<>();
        rows.forEach(row -> codes.add(row.getString("code")));
        return codes.toArray(String[]::new);
    }

    private static String[] texts(List<GridRow> rows, Function<GridRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
