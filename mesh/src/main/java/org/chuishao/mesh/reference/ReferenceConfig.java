package org.chuishao.mesh.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this service keeps a copy of the reference topics. */
@ConfigMapping(prefix = "chuishao.reference")
interface ReferenceConfig {

    /** False in grid, which owns the data. */
    @WithDefault("true")
    boolean copied();
}
