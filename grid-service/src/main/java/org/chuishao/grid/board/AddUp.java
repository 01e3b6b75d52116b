package org.chuishao.grid.board;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds up what has moved, in one replica at a time, so that a board reads sums and not every move. */
@ApplicationScoped
class AddUp {

    private static final String ADD_UP =
            "SELECT CASE WHEN pg_try_advisory_xact_lock(hashtext('board')) THEN add_up_board() END";

    private final Pool reader;

    AddUp(@ReactiveDataSource("reader") Pool reader) {
        this.reader = reader;
    }

    @Scheduled(
            every = "${chuishao.board.every:5s}",
            delayed = "${chuishao.board.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> now() {
        return reader.query(ADD_UP).execute().replaceWithVoid();
    }
}
