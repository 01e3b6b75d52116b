package org.chuishao.mesh.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service takes part in the log. */
@ConfigMapping(prefix = "chuishao.log")
public interface LogConfig {

    /** Name of the service: {@code intake}, {@code routing}, {@code grid} or {@code analytics}. */
    String service();

    /** How far apart batches of the log begin at least: what comes in meanwhile is read together. */
    @WithDefault("20ms")
    Duration pace();

    Relay relay();

    Parking parking();

    Housekeeping housekeeping();

    /** The relay from the outbox to Kafka. */
    interface Relay {

        /**
         * How many relays share the outbox, each with the tickets of its own shard; the same in every replica. Leave it
         * at 1, which publishes thousands of events a second: a ticket may change its shard with it, and only while
         * nothing is unsent is its order kept. To change it, stop all replicas when {@code chuishao.outbox.unsent} is 0.
         * A service does not start while rows wait that no relay would publish.
         */
        @WithDefault("1")
        int shards();

        /** How many rows go out in one Kafka transaction. */
        @WithDefault("1000")
        int batch();

        /** How far apart Kafka transactions begin at least: what is written meanwhile goes out together. */
        @WithDefault("15ms")
        Duration pace();

        /** From so many rows in one Kafka transaction on, the next one waits for more to come in. */
        @WithDefault("50")
        int crowd();

        /** How long it waits then: what a crowd's events lag more, for a third of what they cost. */
        @WithDefault("40ms")
        Duration linger();

        /** How long an idle relay sleeps when nobody wakes it: the net under wake-ups, and the rule between replicas. */
        @WithDefault("50ms")
        Duration poll();

        /** How long to wait after a failure, or for another replica's lock. */
        @WithDefault("1s")
        Duration retry();

        /**
         * How long a relay may be silent before Postgres takes it for frozen and gives its lock to another replica.
         * Longer than a Kafka transaction may take.
         */
        @WithDefault("60s")
        Duration silence();
    }

    /** What is done about events that cannot be read. */
    interface Parking {

        /** How many tickets of one batch are parked at most; where there are more the log waits for people. */
        @WithDefault("100")
        int most();
    }

    /** What is taken out by age. */
    interface Housekeeping {

        /** How long sent outbox rows, inbox ids and idempotency keys are kept. */
        @WithDefault("7d")
        Duration keep();
    }
}
