package org.chuishao.analytics.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The live lines of this replica. */
@ConfigMapping(prefix = "chuishao.live")
interface LiveConfig {

    /** How often it is looked whether there is anything new, while few listen. */
    @WithDefault("200ms")
    Duration pace();

    /** And while many do: each of them then asks for its own. */
    @WithDefault("500ms")
    Duration paceOfMany();

    /** How often an idle stream gives a sign of life; below what proxies wait. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a line is kept for those who come back. */
    @WithDefault("1h")
    Duration keep();

    /** How many lines, of all places, a client may lag behind before it is told that some were left out. */
    @WithDefault("20000")
    long lag();

    /** How many streams this replica holds open. */
    @WithDefault("500")
    int streams();

    /** How many of them one subject may have. */
    @WithDefault("20")
    int streamsOfOne();
}
