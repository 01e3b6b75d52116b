package org.chuishao.mesh.clock;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A replica without its clock thread, or whose rounds fail or hang while the database answers, leaves its deadlines to the
 * others: better that it is started anew. While the database is away a start would mend nothing.
 */
@Liveness
@ApplicationScoped
class ClockLiveness implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ClockEngine engine;
    private final ClockMeters meters;
    private final Duration longest;
    private final Pool requests;

    /** @param requests not the engine's own connections, which may be what hangs */
    ClockLiveness(ClockEngine engine, ClockMeters meters, ClockConfig config, Pool requests) {
        this.engine = engine;
        this.meters = meters;
        this.longest = config.silence();
        this.requests = requests;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (!engine.alive()) {
            return Uni.createFrom().item(live(false));
        }
        return meters.silence().compareTo(longest) < 0
                ? Uni.createFrom().item(live(true))
                : databaseAnswers().map(answers -> live(!answers));
    }

    private Uni<Boolean> databaseAnswers() {
        return requests.query("select 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private HealthCheckResponse live(boolean live) {
        return HealthCheckResponse.named("clock")
                .withData("silence", meters.silence().toSeconds() + " s")
                .status(live)
                .build();
    }
}
