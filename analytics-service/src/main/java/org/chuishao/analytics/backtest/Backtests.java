package org.chuishao.analytics.backtest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;

/** The jobs that the caller may see. */
@ApplicationScoped
class Backtests {

    static final int MOST = 100;

    private static final String ONE = "select " + BacktestJson.COLUMNS + " from backtest where id = $1";
    private static final String LIST =
            "select id, state, asked::text as asked, asked_at, started_at, ended_at, read, total, cause,"
                    + " null::text as result from backtest order by asked_at desc, id desc limit $1";

    private final Pool pool;
    private final Scopes scopes;
    private final BacktestJson json;

    Backtests(Pool pool, Scopes scopes, BacktestJson json) {
        this.pool = pool;
        this.scopes = scopes;
        this.json = json;
    }

    /** @throws Problem (as failure) 404 where there is none in scope */
    Uni<Backtest> one(UUID id) {
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(ONE).execute(Tuple.of(id))))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("back-test");
                    }
                    return json.backtest(rows.iterator().next());
                });
    }

    /** The newest, without their results. */
    Uni<List<Backtest>> newest() {
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(LIST).execute(Tuple.of(MOST))))
                .map(rows -> Rows.list(rows).stream().map(json::backtest).toList());
    }
}
