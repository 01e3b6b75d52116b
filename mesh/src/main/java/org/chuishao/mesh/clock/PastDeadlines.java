package org.chuishao.mesh.clock;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Moves out what fires no more, so that the table of deadlines holds those that are alive. Any replica, at any time. */
@ApplicationScoped
class PastDeadlines {

    private static final int MOST = 10_000;
    private static final String MOVE = """
            with gone as (
                delete from deadline where id in (
                    select id from deadline where next_at is null and state <> 'PAUSED'
                        and coalesce(stopped_at, fired_at) < $1 limit $2 for update skip locked)
                returning *
            ) insert into deadline_past select * from gone on conflict do nothing
            """;

    private final Pool pool;
    private final ClockConfig config;
    private final Clock clock;

    PastDeadlines(@ReactiveDataSource("reader") Pool pool, ClockConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> moveOut() {
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC), MOST))
                .replaceWithVoid();
    }
}
