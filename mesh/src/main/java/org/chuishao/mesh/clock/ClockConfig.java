package org.chuishao.mesh.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The clock engine ({@code chuishao.clock.*}). */
@ConfigMapping(prefix = "chuishao.clock")
public interface ClockConfig {

    /** How many deadlines fire in one transaction at most: so long a clock of minutes waits behind a crowd of days. */
    @WithDefault("500")
    int batch();

    /** How long the engine sleeps at most; less where something falls due before. */
    @WithDefault("500ms")
    Duration longestSleep();

    /** How long to wait after a failure. */
    @WithDefault("1s")
    Duration retry();

    /** How long the engine may get nothing done, while the database answers, before it is taken for dead. */
    @WithDefault("5m")
    Duration silence();

    /** How long rows stay that fire no more, of tickets that are settled, before they are moved out. */
    @WithDefault("7d")
    Duration keep();

    /**
     * The same for tickets that are not: what was done may be sent back, and then its clock goes on. Longer than a matter
     * may be promised.
     */
    @WithDefault("400d")
    Duration keepUnsettled();

    Aside aside();

    /** What is done about deadlines whose firing fails. */
    interface Aside {

        /** How long one is put off at its first failure; twice as long at each further one. */
        @WithDefault("10s")
        Duration first();

        /** How long it is put off at most. */
        @WithDefault("10m")
        Duration longest();

        /** How many are set aside in one round at most, before the clocks pause for a retry's time. */
        @WithDefault("100")
        int most();
    }
}
