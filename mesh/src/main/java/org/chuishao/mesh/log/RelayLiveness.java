package org.chuishao.mesh.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A replica without its relay threads takes commands and publishes nothing: better that it is started anew. */
@Liveness
@ApplicationScoped
class RelayLiveness implements HealthCheck {

    private final Relays relays;

    RelayLiveness(Relays relays) {
        this.relays = relays;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay").status(relays.alive()).build();
    }
}
