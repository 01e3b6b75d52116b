package org.chuishao.grid.rules;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.chuishao.mesh.clock.Rulebook;

/** Keeps the rulebook to the years that were loaded and the rules that were set, here or by another replica. */
@ApplicationScoped
class LoadRulebook {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RuleTables tables;
    private final Rulebook rulebook;

    LoadRulebook(RuleTables tables, Rulebook rulebook) {
        this.tables = tables;
        this.rulebook = rulebook;
    }

    /** After the tables were filled: no clock is armed by a calendar that lacks a year which was loaded. */
    void start(@Observes @Priority(300) StartupEvent started) {
        refresh().await().atMost(PATIENCE);
    }

    /** Takes up what another replica was told. */
    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return tables.counting().invoke(rulebook::take).replaceWithVoid();
    }
}
