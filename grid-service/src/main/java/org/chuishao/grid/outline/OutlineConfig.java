package org.chuishao.grid.outline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What outlines are held to ({@code chuishao.outlines.*}). */
@ConfigMapping(prefix = "chuishao.outlines")
public interface OutlineConfig {

    /** How much of the smaller of two base grids of a community may lie in the other as well, 0 to 1. */
    @WithDefault("0.01")
    double overlap();
}
