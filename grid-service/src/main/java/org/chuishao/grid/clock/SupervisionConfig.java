package org.chuishao.grid.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When supervision (督办) goes one level higher ({@code chuishao.supervision.*}). */
@ConfigMapping(prefix = "chuishao.supervision")
interface SupervisionConfig {

    /** How often a ticket may have been done again before a further "not solved" is taken above; as intake has it. */
    @WithDefault("2")
    int reworks();

    /** A unit that is not on site a second time within it is answered for one level higher. */
    @WithDefault("30d")
    Duration again();
}
