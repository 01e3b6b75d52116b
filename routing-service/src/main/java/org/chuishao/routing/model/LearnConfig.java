package org.chuishao.routing.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a province's routing learns from its confirmed tickets. */
@ConfigMapping(prefix = "chuishao.routing.learn")
public interface LearnConfig {

    /** How often it is looked whether there is something to learn, or a model to replace; the schedules name it by its key. */
    @WithDefault("5m")
    String every();

    /** Fewer confirmed tickets teach nothing. */
    @WithDefault("200")
    int least();

    /** So many more confirmed tickets, or a tenth of those that it knows if that is more, and a new model learns. */
    @WithDefault("50")
    int more();

    /** The latest that it learns from. */
    @WithDefault("20000")
    int most();

    /** The share that has to be right of what a model dispatches by itself, 0 to 1. */
    @WithDefault("0.95")
    double target();

    /** Confirmed tickets that a model on trial has to have answered beside the one in use. */
    @WithDefault("50")
    int trial();

    /** Threads that compute what a message means. */
    @WithDefault("1")
    int cores();

    /** Tickets that may wait for that; others go by rules. */
    @WithDefault("64")
    int waiting();

    /** How long one of them waits. */
    @WithDefault("1s")
    Duration patience();
}
