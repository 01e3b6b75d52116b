package org.chuishao.mesh.clock;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A replica without its clock thread leaves its deadlines to the others: better that it is started anew. */
@Liveness
@ApplicationScoped
class ClockLiveness implements HealthCheck {

    private final ClockEngine engine;

    ClockLiveness(ClockEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clock").status(engine.alive()).build();
    }
}
