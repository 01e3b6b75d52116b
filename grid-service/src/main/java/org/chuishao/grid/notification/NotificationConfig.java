package org.chuishao.grid.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How people are told ({@code chuishao.notification.*}). */
@ConfigMapping(prefix = "chuishao.notification")
interface NotificationConfig {

    Provider push();

    Provider sms();

    Provider voice();

    /** How long a provider may take to answer. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a message may be under way before another replica sends it again; longer than {@link #timeout}. */
    @WithDefault("15s")
    Duration lease();

    /** How often a message is given to a provider that does not take it, where there is another way to go. */
    @WithDefault("6")
    int attempts();

    /** The wait after the first failure, doubled at each further one. */
    @WithDefault("5s")
    Duration backoff();

    /** The wait never grows beyond it. */
    @WithDefault("10m")
    Duration longestBackoff();

    /** For how long a message that nothing follows is given to a provider that does not take it. */
    @WithDefault("1d")
    Duration patience();

    /** Messages that a replica has under way at once by each channel: as many of those that cannot wait, and of the others. */
    @WithDefault("100")
    int batch();

    /** How long the sender sleeps at most; less where something falls due. */
    @WithDefault("250ms")
    Duration longestSleep();

    /** How long it waits after a failure. */
    @WithDefault("1s")
    Duration retry();

    /** How long messages are kept after they were written. */
    @WithDefault("200d")
    Duration keep();

    /** Who carries the messages of one channel. */
    interface Provider {

        /** Where they are posted to; without it they only go to the service's own log. */
        Optional<String> url();

        /** What they are signed with. */
        Optional<String> secret();
    }
}
