package org.chuishao.grid.assignment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long and how far a unit's own requests reach; the defaults are the domain's. */
@ConfigMapping(prefix = "chuishao.assignment")
interface AssignmentConfig {

    /** After its creation an assignment may be returned (退单) for so long: one working day, and two at the most. */
    @WithDefault("48h")
    Duration returnWindow();

    /** The longest extension (延期), from the request on. */
    @WithDefault("240h")
    Duration extensionLongest();

    /** The same of an urgent matter. */
    @WithDefault("24h")
    Duration extensionLongestUrgent();

    /** The longest suspension (挂起) of one grant; a further one is granted anew. */
    @WithDefault("720h")
    Duration suspensionLongest();
}
