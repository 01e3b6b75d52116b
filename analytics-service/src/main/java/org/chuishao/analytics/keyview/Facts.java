package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.chuishao.analytics.figures.Period;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** Asks the facts in the caller's scope. */
@ApplicationScoped
class Facts {

    private final Pool pool;
    private final Scopes scopes;

    Facts(Pool pool, Scopes scopes) {
        this.pool = pool;
        this.scopes = scopes;
    }

    Uni<List<Row>> rows(String statement, Tuple values) {
        return pool.withTransaction(sql -> scopes.enter(sql)
                        .chain(() -> sql.preparedQuery(statement).execute(values)))
                .map(Rows::list);
    }

    /** $1 to $3: begin, end, region. */
    static Tuple of(Period period, String region) {
        return Tuple.tuple()
                .addOffsetDateTime(period.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(period.end().atOffset(ZoneOffset.UTC))
                .addString(region);
    }
}
