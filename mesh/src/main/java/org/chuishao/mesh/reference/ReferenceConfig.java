package org.chuishao.mesh.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this service keeps a copy of the reference topics. */
@ConfigMapping(prefix = "chuishao.reference")
interface ReferenceConfig {

    /** False in grid, which owns the data. */
    @WithDefault("true")
    boolean copied();

    /** Code of the region that grid publishes after all others, the province: who has read it has read all. */
    @WithDefault(RegionCode.PROVINCE)
    String lastRegion();

    /** Id of the unit that grid publishes after all others, of the province's offices the last in the alphabet. */
    @WithDefault("U-WATER-" + RegionCode.PROVINCE)
    String lastUnit();

    /** Key of the record that grid publishes after all calendars and clock rules. */
    @WithDefault("end")
    String lastRule();

    /** Whether it also keeps the names of categories, which routing publishes. No service waits for them. */
    @WithDefault("false")
    boolean categories();
}
