package org.chuishao.mesh.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Keeps the copies of the reference topics; the service is not ready before it has read them to their end. */
@Default // beside the health check, services ask for it
@Readiness
@ApplicationScoped
public class ReferenceCopies implements HealthCheck {

    private final boolean copied;
    private final CompactedTopic<Region> regions;
    private final CompactedTopic<Unit> units;
    private final CompactedTopic<JsonNode> rules;
    private final boolean named;
    private final CompactedTopic<CategoryName> categories;

    ReferenceCopies(
            Regions regions,
            Units units,
            RulesCopy rules,
            CategoryNames categories,
            ReferenceConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.copied = config.copied();
        Runnable nothing = () -> {};
        this.regions = new CompactedTopic<>(
                "regions", Region.class, regions::put, nothing, config.lastRegion(), bootstrapServers);
        regions.completeWhen(this.regions::complete);
        this.units =
                new CompactedTopic<>("units", Unit.class, units::put, nothing, config.lastUnit(), bootstrapServers);
        units.completeWhen(this.units::complete);
        this.rules = new CompactedTopic<>(
                "rules", JsonNode.class, rules::put, rules::complete, config.lastRule(), bootstrapServers);
        this.named = config.categories();
        this.categories =
                new CompactedTopic<>("categories", CategoryName.class, categories::put, nothing, "", bootstrapServers);
    }

    void start(@Observes StartupEvent event) {
        if (copied) {
            start(regions, "regions");
            start(units, "units");
            start(rules, "rules");
        }
        if (named) {
            start(categories, "categories");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        List.of(regions, units, rules, categories).forEach(CompactedTopic::stop);
    }

    /** All topics have been read to their end; what is decided by less would be decided wrongly. */
    public boolean complete() {
        return !copied || (regions.complete() && units.complete() && rules.complete());
    }

    private static void start(CompactedTopic<?> topic, String name) {
        Thread thread = new Thread(topic, "reference-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("reference data");
        if (!copied) {
            return response.up().build();
        }
        return response.status(complete())
                .withData("regions", regions.complete())
                .withData("units", units.complete())
                .withData("rules", rules.complete())
                .build();
    }
}
