package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/**
 * Takes a file of grids over, all of it or nothing. A dry run does the same and rolls back, so that its report is what
 * would happen. The same file again changes nothing.
 */
@ApplicationScoped
class ImportGrids {

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('grids.import'))";
    private static final String AUDIT =
            "INSERT INTO audit (role, actor, action, detail) VALUES ($1, $2, 'grids.imported', $3)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final GridImport grids;

    ImportGrids(Pool pool, Scopes scopes, CurrentScope current, GridImport grids) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.grids = grids;
    }

    @Command
    Uni<ImportReport> run(byte[] csv, boolean dryRun) {
        List<GridRow> rows = GridFile.read(csv);
        Scope scope = current.get();
        List<FieldError> foreign = rows.stream()
                .filter(row -> !scope.covers(row.code(), List.of(), null))
                .map(row -> row.wrong("code", "lies outside of your regions"))
                .toList();
        GridFile.refuse(foreign);
        return pool.getConnection().chain(sql -> sql.begin()
                .chain(transaction -> work(sql, scope, rows, dryRun)
                        .call(() -> dryRun ? transaction.rollback() : transaction.commit())
                        .onFailure()
                        .call(() -> undo(transaction)))
                .onTermination()
                .call(sql::close));
    }

    private Uni<ImportReport> work(SqlConnection sql, Scope scope, List<GridRow> rows, boolean dryRun) {
        return scopes.enter(sql, scope)
                .chain(() -> sql.query(ONE_AT_A_TIME).execute())
                .chain(() -> grids.refused(sql, rows))
                .invoke(GridFile::refuse)
                .chain(() -> grids.apply(sql, rows, dryRun))
                .call(report ->
                        sql.preparedQuery(AUDIT).execute(Tuple.of(scope.role(), scope.subject(), report.toString())));
    }

    /** The failure that led here is the one to tell, whatever becomes of the rollback. */
    private static Uni<Void> undo(Transaction transaction) {
        return transaction.rollback().onFailure().recoverWithNull().replaceWithVoid();
    }
}
