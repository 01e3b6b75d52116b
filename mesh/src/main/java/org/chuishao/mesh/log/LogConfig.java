package org.chuishao.mesh.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service takes part in the log. */
@ConfigMapping(prefix = "chuishao.log")
public interface LogConfig {

    /** Name of the service: {@code intake}, {@code routing}, {@code grid} or {@code analytics}. */
    String service();

    Relay relay();

    Housekeeping housekeeping();

    /** The relay from the outbox to Kafka. */
    interface Relay {

        /** How many relays share the outbox, each with the tickets of its own shard; the same in every replica. */
        @WithDefault("1")
        int shards();

        /** How many rows go out in one Kafka transaction. */
        @WithDefault("500")
        int batch();

        /** How long an idle relay sleeps when nobody wakes it: the net under wake-ups, and the rule between replicas. */
        @WithDefault("50ms")
        Duration poll();

        /** How long to wait after a failure, or for another replica's lock. */
        @WithDefault("1s")
        Duration retry();
    }

    /** What is taken out by age. */
    interface Housekeeping {

        /** How long sent outbox rows, inbox ids and idempotency keys are kept. */
        @WithDefault("7d")
        Duration keep();
    }
}
