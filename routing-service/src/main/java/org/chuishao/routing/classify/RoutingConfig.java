package org.chuishao.routing.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is set for routing as a whole; what differs by category or region is data. */
@ConfigMapping(prefix = "chuishao.routing")
public interface RoutingConfig {

    /** The confidence from which on a category is clear; below it the county holds the ticket (区县兜底). */
    @WithDefault("0.5")
    double clearAt();

    /** How often changed rules and regions are looked for; the schedules name it by its key. */
    @WithDefault("60s")
    String rulesEvery();

    /** How long a dispatcher has a ticket in hand that he claimed; claiming it again prolongs that. */
    @WithDefault("5m")
    Duration claimFor();

    /** How far apart in time two tickets about the same matter may have come in. Sketches are kept twice as long. */
    @WithDefault("14d")
    Duration similarWithin();
}
