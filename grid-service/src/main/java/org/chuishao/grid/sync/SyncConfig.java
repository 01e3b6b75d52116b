package org.chuishao.grid.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what was done without a network is taken over at once. */
@ConfigMapping(prefix = "chuishao.sync")
interface SyncConfig {

    /** Acts in one batch. */
    @WithDefault("1000")
    int batch();

    /** Batches under way in a replica; the next one is answered 429. */
    @WithDefault("8")
    int batches();
}
