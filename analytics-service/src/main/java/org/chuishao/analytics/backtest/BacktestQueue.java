package org.chuishao.analytics.backtest;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The jobs as replicas take and end them. */
@ApplicationScoped
class BacktestQueue {

    private static final String FORSAKE = """
            update backtest set state = 'FAILED', ended_at = app_now(), cause = 'The replica that ran it has gone; ask again.'
            where state = 'RUNNING' and beat_at < app_now() - make_interval(secs => $1)
            """;
    private static final String FORGET = "delete from backtest where asked_at < app_now() - make_interval(secs => $1)";
    private static final String TAKE = """
            update backtest set state = 'RUNNING', started_at = app_now(), beat_at = app_now()
            where id = (select id from backtest where state = 'WAITING' order by asked_at, id limit 1 for update skip locked)
            returning id, asked::text as asked
            """;
    private static final String BEAT =
            "update backtest set beat_at = app_now(), read = $2, total = $3 where id = $1 and state = 'RUNNING'";
    private static final String DONE = """
            update backtest set state = 'DONE', ended_at = app_now(), read = $2, total = $2, result = $3::text::json
            where id = $1 and state = 'RUNNING'
            """;
    private static final String FAILED = """
            update backtest set state = 'FAILED', ended_at = app_now(), cause = $2 where id = $1 and state = 'RUNNING'
            """;

    private static final String GIVE_BACK = """
            update backtest set state = 'WAITING', started_at = null, read = 0 where id = $1 and state = 'RUNNING'
            """;

    private final Pool pool;
    private final BacktestConfig config;
    private final BacktestJson json;

    BacktestQueue(@ReactiveDataSource("reader") Pool pool, BacktestConfig config, BacktestJson json) {
        this.pool = pool;
        this.config = config;
        this.json = json;
    }

    /** A job that this replica has taken. */
    record Taken(UUID id, NewBacktest asked) {}

    /** The one that waits longest; what others have left behind is said to have failed. */
    Uni<Optional<Taken>> next() {
        return pool.preparedQuery(FORSAKE)
                .execute(Tuple.of((double) config.silence().toSeconds()))
                .chain(() -> pool.preparedQuery(TAKE).execute())
                .map(rows -> rows.size() == 0
                        ? Optional.<Taken>empty()
                        : Optional.of(taken(rows.iterator().next())))
                .call(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(FORGET)
                                .execute(Tuple.of((double) config.keep().toSeconds())));
    }

    private Taken taken(Row row) {
        return new Taken(row.getUUID("id"), json.asked(row.getString("asked")));
    }

    /** @return whether it is still this replica's */
    Uni<Boolean> beat(UUID id, Progress progress) {
        return pool.preparedQuery(BEAT)
                .execute(Tuple.of(id, progress.read(), progress.total()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> done(UUID id, BacktestResult result) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(id, result.complaints(), json.written(result)))
                .replaceWithVoid();
    }

    /** Another replica takes it from the beginning. */
    Uni<Void> giveBack(UUID id) {
        return pool.preparedQuery(GIVE_BACK).execute(Tuple.of(id)).replaceWithVoid();
    }

    Uni<Void> failed(UUID id, String cause) {
        return pool.preparedQuery(FAILED).execute(Tuple.of(id, cause)).replaceWithVoid();
    }
}
