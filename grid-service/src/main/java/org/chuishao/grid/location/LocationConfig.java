package org.chuishao.grid.location;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How positions are found in the register ({@code chuishao.location.*}). */
@ConfigMapping(prefix = "chuishao.location")
interface LocationConfig {

    /** How often changes of the register by other replicas are looked for; the schedule names it by its key. */
    @WithDefault("1s")
    String every();

    /** Metres from a grid's outline within which a position outside of all is still taken as that grid's; 0 for never. */
    @WithDefault("100")
    double reach();

    /** Metres from a border within which a position is not told for certain. */
    @WithDefault("10")
    double blur();
}
