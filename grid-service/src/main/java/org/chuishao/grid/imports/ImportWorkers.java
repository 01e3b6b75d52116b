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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.imports.WorkerImportReport.People;
import org.chuishao.grid.imports.WorkerImportReport.Posts;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;

/** Takes a file of people and their roles over, all of it or nothing. */
@ApplicationScoped
class ImportWorkers {

    /** Column of the check, and the field and words of its error. */
    private static final Map<String, List<String>> ERRORS = errors();

    private final ImportTransactions transactions;
    private final CurrentScope current;
    private final Clock clock;

    ImportWorkers(ImportTransactions transactions, CurrentScope current, Clock clock) {
        this.transactions = transactions;
        this.current = current;
        this.clock = clock;
    }

    @Command
    Uni<WorkerImportReport> run(byte[] csv, boolean dryRun) {
        Scope scope = current.get();
        return Uni.createFrom()
                .item(() -> WorkerRow.all(CsvTable.read(csv, WorkerRow.COLUMNS, WorkerRow.NEEDED), clock.instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> requireWithin(scope, rows))
                .chain(rows -> transactions.run(scope, "workers.imported", dryRun, sql -> work(sql, rows, dryRun)));
    }

    private static void requireWithin(Scope scope, List<WorkerRow> rows) {
        List<FieldError> errors = new ArrayList<>();
        for (WorkerRow row : rows) {
            if (!scope.covers(row.region(), List.of(), null)) {
                errors.add(row.where().wrong("region", "lies outside of your regions"));
            }
            if (row.grid() != null && !scope.covers(row.grid(), List.of(), null)) {
                errors.add(row.where().wrong("grid", "lies outside of your regions"));
            }
        }
        RegionRows.refuse(errors);
    }

    private static Uni<WorkerImportReport> work(SqlConnection sql, List<WorkerRow> rows, boolean dryRun) {
        String file = WorkerRow.json(rows);
        return run(sql, WorkerStatements.REFUSED, file)
                .invoke(found -> RegionRows.refuse(refused(found, rows)))
                .chain(() -> run(sql, WorkerStatements.PEOPLE_COUNTS, file))
                .chain(people -> run(sql, WorkerStatements.POST_COUNTS, file)
                        .map(posts -> new WorkerImportReport(
                                dryRun,
                                rows.size(),
                                people(people.iterator().next()),
                                posts(posts.iterator().next()))))
                .call(report -> run(sql, WorkerStatements.WRITE_PEOPLE, file))
                .call(report -> run(sql, WorkerStatements.WRITE_POSTS, file))
                .call(report -> run(sql, WorkerStatements.END_POSTS, file));
    }

    private static Uni<RowSet<Row>> run(SqlConnection sql, String statement, String file) {
        return sql.preparedQuery(WorkerStatements.of(statement)).execute(Tuple.of(file));
    }

    private static List<FieldError> refused(RowSet<Row> found, List<WorkerRow> rows) {
        List<FieldError> errors = new ArrayList<>();
        for (Row row : found) {
            Where where = rows.get(row.getInteger("ord")).where();
            ERRORS.forEach((check, words) -> {
                if (Boolean.TRUE.equals(row.getBoolean(check))) {
                    errors.add(where.wrong(words.get(0), words.get(1)));
                }
            });
        }
        return errors;
    }

    private static Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        errors.put("nowhere", List.of("region", "is no region in force"));
        errors.put("no_unit", List.of("unit", "is no unit in force"));
        errors.put("others", List.of("id", "is a worker outside of your regions"));
        errors.put("no_grid", List.of("grid", "is no grid in force"));
        errors.put("no_line", List.of("line", "is not an industry line"));
        errors.put("ends_first", List.of("validTo", "must be after validFrom"));
        errors.put("never_was", List.of("validFrom", "is needed for what is over"));
        errors.put("ended_before", List.of("validFrom", "is that of a role that has ended otherwise"));
        return errors;
    }

    private static People people(Row it) {
        return new People(
                it.getInteger("added"),
                it.getInteger("replaced"),
                it.getInteger("changed"),
                it.getInteger("unchanged"));
    }

    private static Posts posts(Row it) {
        return new Posts(
                it.getInteger("added"), it.getInteger("changed"), it.getInteger("unchanged"), it.getInteger("ended"));
    }
}
