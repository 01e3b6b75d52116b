package org.chuishao.grid.notification;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Takes out messages that were kept long enough; their nodes stay on the log. */
@ApplicationScoped
class KeptNotifications {

    private static final String OLD = "delete from notification where created_at < $1 and next_at is null";

    private final Pool pool;
    private final NotificationConfig config;
    private final Clock clock;

    KeptNotifications(@ReactiveDataSource("reader") Pool pool, NotificationConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        return pool.preparedQuery(OLD)
                .execute(Tuple.of(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
