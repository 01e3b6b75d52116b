package org.chuishao.analytics.warning.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When warnings are about one incident. */
@ConfigMapping(prefix = "chuishao.warnings.incident")
interface IncidentConfig {

    /** Warnings of one matter in so many places of a city at a time are one incident of the city. */
    @WithDefault("3")
    int places();

    /** So long after one another they are at a time. */
    @WithDefault("24h")
    Duration within();

    /** The category of a grid's inspection: one whose orders go to the territory. */
    @WithDefault("PUBLIC_FACILITIES")
    String inspection();
}
