package org.chuishao.grid.assignment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How near is on site ({@code chuishao.arrival.*}). */
@ConfigMapping(prefix = "chuishao.arrival")
interface ArrivalConfig {

    /**
     * Metres from the ticket's own position. It is as good as the citizen's finger on a map or the estate's gate, and a
     * device between high buildings errs by a hundred: as wide as the fence of a whistle ships.
     */
    @WithDefault("500")
    long radius();

    /**
     * Metres beyond the outline of the grid, where only the grid is known: a device at its edge may say that it stands across
     * the street.
     */
    @WithDefault("100")
    long margin();
}
