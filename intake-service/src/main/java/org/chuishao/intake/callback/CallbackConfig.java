package org.chuishao.intake.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The rules of calling back (domain: 3 attempts at different times, at most 2 rounds of rework). */
@ConfigMapping(prefix = "chuishao.callback")
interface CallbackConfig {

    /** After how many attempts without an answer a ticket is closed as unreachable. */
    @WithDefault("3")
    int attempts();

    /** How far apart two attempts must lie for both to count as attempts at different times. */
    @WithDefault("1h")
    Duration apart();

    /** How often a citizen's "not solved" sends a ticket back; after that it waits for supervision one level up. */
    @WithDefault("2")
    int reworks();
}
