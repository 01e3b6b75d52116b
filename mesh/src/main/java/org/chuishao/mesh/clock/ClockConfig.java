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

    /** How long rows stay that fire no more, before they are moved out. */
    @WithDefault("7d")
    Duration keep();
}
