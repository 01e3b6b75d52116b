package org.chuishao.grid.evidence;

import io.quarkus.logging.Log;
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
import java.util.UUID;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.sql.Rows;

/** Finishes what a crash, a crowd or a store that was away left whole and unfinished; gives up what nobody goes on with. */
@ApplicationScoped
class SweepUploads {

    private static final Duration BY_ITSELF = Duration.ofSeconds(10);
    private static final String LEFT =
            "SELECT id FROM evidence WHERE state = 'RECEIVED' AND touched_at < $1 ORDER BY random() LIMIT 100";
    private static final String GIVE_UP =
            "DELETE FROM evidence WHERE state IN ('RECEIVING', 'REFUSED') AND touched_at < $1";

    private final Pool pool;
    private final FinishUpload finish;
    private final EvidenceConfig config;
    private final Clock clock;

    SweepUploads(@ReactiveDataSource("reader") Pool pool, FinishUpload finish, EvidenceConfig config, Clock clock) {
        this.pool = pool;
        this.finish = finish;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> finishWhatIsLeft() {
        return pool.preparedQuery(LEFT)
                .execute(Tuple.of(ago(BY_ITSELF)))
                .map(Rows::list)
                .chain(left -> InTurn.each(left, row -> finished(row.getUUID("id"))));
    }

    /** One that cannot be finished holds up no other. */
    private Uni<Void> finished(UUID photo) {
        return finish.finish(photo)
                .onFailure()
                .invoke(failure -> Log.errorf("photo %s is left: %s", photo, failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> giveUp() {
        return pool.preparedQuery(GIVE_UP)
                .execute(Tuple.of(ago(config.abandoned())))
                .replaceWithVoid();
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }
}
