package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;

/** Takes a file of units over, all of it or nothing, and tells the other services of what it changed. */
@ApplicationScoped
class ImportUnits {

    private final ImportTransactions transactions;
    private final CurrentScope current;
    private final Clock clock;

    ImportUnits(ImportTransactions transactions, CurrentScope current, Clock clock) {
        this.transactions = transactions;
        this.current = current;
        this.clock = clock;
    }

    @Command
    Uni<UnitImportReport> run(byte[] csv, boolean dryRun) {
        Scope scope = current.get();
        return Uni.createFrom()
                .item(() -> UnitRow.all(CsvTable.read(csv, UnitRow.COLUMNS, UnitRow.NEEDED), clock.instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> requireWithin(scope, rows))
                .chain(rows -> transactions.run(scope, "units.imported", dryRun, sql -> work(sql, rows, dryRun)));
    }

    private static void requireWithin(Scope scope, List<UnitRow> rows) {
        RegionRows.refuse(rows.stream()
                .filter(row -> !scope.covers(row.region(), List.of(), null))
                .map(row -> row.where().wrong("region", "lies outside of your regions"))
                .toList());
    }

    private static Uni<UnitImportReport> work(SqlConnection sql, List<UnitRow> rows, boolean dryRun) {
        String file = UnitRow.json(rows);
        return run(sql, UnitStatements.REFUSED, file)
                .invoke(found -> RegionRows.refuse(refused(found, rows)))
                .chain(() -> run(sql, UnitStatements.COUNTS, file))
                .map(counts -> report(rows, counts.iterator().next(), dryRun))
                .call(report -> run(sql, UnitStatements.WRITE, file).chain(written -> publish(sql, written)))
                .call(report -> run(sql, UnitStatements.CIRCLES, file)
                        .invoke(found -> RegionRows.refuse(circles(found, rows))));
    }

    private static Uni<RowSet<Row>> run(SqlConnection sql, String statement, String file) {
        return sql.preparedQuery(UnitStatements.of(statement)).execute(Tuple.of(file));
    }

    private static Uni<Void> publish(SqlConnection sql, RowSet<Row> written) {
        List<String> ids = new ArrayList<>();
        written.forEach(row -> ids.add(row.getString("id")));
        return sql.preparedQuery(UnitStatements.PUBLISH)
                .execute(Tuple.of((Object) ids.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static List<FieldError> refused(RowSet<Row> found, List<UnitRow> rows) {
        List<FieldError> errors = new ArrayList<>();
        for (Row row : found) {
            Where where = rows.get(row.getInteger("ord")).where();
            if (row.getBoolean("nowhere")) {
                errors.add(where.wrong("region", "is no region in force"));
            }
            if (row.getBoolean("others")) {
                errors.add(where.wrong("id", "is a unit outside of your regions"));
            }
            if (row.getBoolean("no_superior")) {
                errors.add(where.wrong("superior", "is no unit in force"));
            }
            if (Boolean.TRUE.equals(row.getBoolean("ends_first"))) {
                errors.add(where.wrong("validTo", "must be after validFrom"));
            }
            if (row.getBoolean("never_was")) {
                errors.add(where.wrong("validTo", "ends a unit that there never was"));
            }
        }
        return errors;
    }

    private static List<FieldError> circles(RowSet<Row> found, List<UnitRow> rows) {
        List<FieldError> errors = new ArrayList<>();
        for (Row row : found) {
            errors.add(rows.get(row.getInteger("ord")).where().wrong("superior", "stands below this unit already"));
        }
        return errors;
    }

    private static UnitImportReport report(List<UnitRow> rows, Row counts, boolean dryRun) {
        return new UnitImportReport(
                dryRun,
                rows.size(),
                counts.getInteger("added"),
                counts.getInteger("replaced"),
                counts.getInteger("changed"),
                counts.getInteger("unchanged"));
    }
}
