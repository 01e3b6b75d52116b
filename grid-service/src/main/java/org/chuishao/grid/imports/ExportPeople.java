package org.chuishao.grid.imports;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Writes the units of a subtree, and its workers with their roles, as the imports take them. */
@ApplicationScoped
class ExportPeople {

    private static final String BETWEEN = " ";
    private static final int KEY_PARTS = 3;

    private final Pool pool;
    private final Scopes scopes;

    ExportPeople(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    Multi<String> units(String region) {
        return CsvText.of(
                UnitRow.COLUMNS,
                after -> pool.preparedQuery(UnitStatements.PAGE)
                        .execute(Tuple.of(region, after, CsvText.A_PAGE))
                        .map(Rows::list),
                row -> row.getString("id"),
                ExportPeople::unit);
    }

    /** @param scope the caller's: who works where is not public */
    Multi<String> workers(Scope scope, String region) {
        return CsvText.of(
                WorkerRow.COLUMNS,
                after -> pool.withTransaction((SqlConnection sql) -> scopes.enter(sql, scope)
                        .chain(() -> sql.preparedQuery(WorkerStatements.PAGE).execute(page(region, after)))
                        .map(Rows::list)),
                row -> String.join(
                        BETWEEN, row.getString("id"), text(row.getString("grid")), text(row.getString("role"))),
                ExportPeople::worker);
    }

    private static Tuple page(String region, String after) {
        String[] key = after.split(BETWEEN, -1);
        return key.length == KEY_PARTS
                ? Tuple.of(region, key[0], key[1], key[2], CsvText.A_PAGE)
                : Tuple.of(region, "", "", "", CsvText.A_PAGE);
    }

    private static String unit(Row row) {
        return CsvText.line(
                row.getString("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("line"),
                row.getString("region"),
                row.getString("superior"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"));
    }

    private static String worker(Row row) {
        return CsvText.line(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("region"),
                row.getString("grid"),
                row.getString("role"),
                row.getString("line"),
                row.getBoolean("backup"),
                row.getOffsetDateTime("valid_from"),
                null);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
