package org.chuishao.intake.ticket;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Queries in a transaction of their own that Postgres knows the scope of. */
@ApplicationScoped
public class ScopedReads {

    private final Pool pool;
    private final Scopes scopes;

    ScopedReads(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    public Uni<RowSet<Row>> query(Scope scope, String sql, Tuple values) {
        return pool.withTransaction(connection -> scopes.enter(connection, scope)
                .chain(() -> connection.preparedQuery(sql).execute(values)));
    }
}
