package org.chuishao.analytics.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What many viewers may take of this replica and its database. */
@ConfigMapping(prefix = "chuishao.load")
interface LoadConfig {

    /** How old a map or ladder may be that is told again to who asks the same in the same scope. */
    @WithDefault("1s")
    Duration fresh();

    /** How many long reads (key views, briefs) run at once; well below the connections of the requests' pool. */
    @WithDefault("4")
    int longReads();

    /** How many more wait for their turn; the next one is answered 503. */
    @WithDefault("16")
    int waiting();

    /** How long one waits for its turn before the answer is 503. */
    @WithDefault("15s")
    Duration patience();

    /** How long one statement of a long read may take before the answer is 503. */
    @WithDefault("20s")
    Duration longest();
}
