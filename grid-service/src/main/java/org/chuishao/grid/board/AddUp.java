package org.chuishao.grid.board;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds up what has moved, in one replica at a time, so that a board reads sums and not every move. */
@ApplicationScoped
class AddUp {

    private static final String ADD_UP =
            "SELECT CASE WHEN pg_try_advisory_xact_lock(hashtext('board')) THEN add_up_board() END";

    private static final String FORGET = "SELECT forget_resolved(board_day(app_now()) - $1::int)";

    private final Pool reader;
    private final BoardConfig config;

    AddUp(@ReactiveDataSource("reader") Pool reader, BoardConfig config) {
        this.reader = reader;
        this.config = config;
    }

    @Scheduled(
            every = "${chuishao.board.every:5s}",
            delayed = "${chuishao.board.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> now() {
        return reader.query(ADD_UP).execute().replaceWithVoid();
    }

    @Scheduled(every = "6h", delayed = "20m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return reader.preparedQuery(FORGET)
                .execute(Tuple.of(config.resolvedDays()))
                .replaceWithVoid();
    }
}
