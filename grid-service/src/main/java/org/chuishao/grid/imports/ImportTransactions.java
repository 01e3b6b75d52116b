package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.chuishao.grid.region.RegisterLock;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** An import changes the register alone, all of it or nothing; a dry run does the same and rolls back. */
@ApplicationScoped
class ImportTransactions {

    private static final String AUDIT = "INSERT INTO audit (role, actor, action, detail) VALUES ($1, $2, $3, $4)";

    private final Pool pool;
    private final Scopes scopes;

    ImportTransactions(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    /** @param action how the audit calls it */
    <T> Uni<T> run(Scope scope, String action, boolean dryRun, Function<SqlConnection, Uni<T>> work) {
        return pool.getConnection().chain(sql -> sql.begin()
                .chain(transaction -> scopes.enter(sql, scope)
                        .chain(() -> sql.query(RegisterLock.TAKE).execute())
                        .chain(() -> work.apply(sql))
                        .call(report -> sql.preparedQuery(AUDIT)
                                .execute(Tuple.of(scope.role(), scope.subject(), action, String.valueOf(report))))
                        .call(() -> dryRun ? transaction.rollback() : transaction.commit())
                        .onFailure()
                        .call(() -> undo(transaction)))
                .onTermination()
                .call(sql::close));
    }

    /** The failure that led here is the one to tell, whatever becomes of the rollback. */
    private static Uni<Void> undo(Transaction transaction) {
        return transaction.rollback().onFailure().recoverWithNull().replaceWithVoid();
    }
}
