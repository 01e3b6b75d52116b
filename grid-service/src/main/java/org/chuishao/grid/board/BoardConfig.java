package org.chuishao.grid.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What boards show ({@code chuishao.board.*}). */
@ConfigMapping(prefix = "chuishao.board")
interface BoardConfig {

    /** How often what has moved is added up. */
    @WithDefault("5s")
    Duration every();

    /** Of how many days, today among them, a board tells what was resolved; older ones are forgotten. */
    @WithDefault("7")
    int resolvedDays();
}
