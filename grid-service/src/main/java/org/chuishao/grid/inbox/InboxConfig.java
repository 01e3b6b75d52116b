package org.chuishao.grid.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The inbox streams of this replica. */
@ConfigMapping(prefix = "chuishao.inbox")
interface InboxConfig {

    /** How often an idle stream gives a sign of life; below what proxies wait. The database is asked as often. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many changes a slow client may lag behind before it is told to read its inbox again. */
    @WithDefault("256")
    int lag();

    /** How long to wait before the next try when the connection that listens is lost. */
    @WithDefault("1s")
    Duration retry();
}
