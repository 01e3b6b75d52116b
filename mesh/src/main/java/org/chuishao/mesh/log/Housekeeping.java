package org.chuishao.mesh.log;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Takes out what only had to be kept for a while. Any replica may do it, at any time. */
@ApplicationScoped
class Housekeeping {

    private static final String OUTBOX = "delete from outbox where created_at < $1 and sent_at is not null"
            + " and (ticket_id is null or exists (select from inbox i where i.event_id = outbox.event_id))";

    /** The inbox remembers longer: what it forgot while it stands in the outbox would be pending again. */
    private static final Duration INBOX_LONGER = Duration.ofDays(1);

    private final Pool pool;
    private final LogConfig config;
    private final Clock clock;

    Housekeeping(@ReactiveDataSource("reader") Pool pool, LogConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        OffsetDateTime before =
                clock.instant().minus(config.housekeeping().keep()).atOffset(ZoneOffset.UTC);
        return delete(OUTBOX, before)
                .chain(() -> delete("delete from inbox where read_at < $1", before.minus(INBOX_LONGER)))
                .chain(() -> delete("delete from idempotency where created_at < $1", before));
    }

    private Uni<Void> delete(String sql, OffsetDateTime before) {
        return pool.preparedQuery(sql).execute(Tuple.of(before)).replaceWithVoid();
    }
}
