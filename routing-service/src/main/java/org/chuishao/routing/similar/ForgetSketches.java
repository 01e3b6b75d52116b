package org.chuishao.routing.similar;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.chuishao.routing.classify.RoutingConfig;

/** Takes out sketches that nothing is compared with any more. Any replica may do it, at any time. */
@ApplicationScoped
class ForgetSketches {

    private final Pool pool;
    private final RoutingConfig config;
    private final Clock clock;

    ForgetSketches(@ReactiveDataSource("reader") Pool pool, RoutingConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        return pool.preparedQuery("delete from ticket_sketch where at < $1")
                .execute(Tuple.of(clock.instant()
                        .minus(config.similarWithin().multipliedBy(2))
                        .atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
