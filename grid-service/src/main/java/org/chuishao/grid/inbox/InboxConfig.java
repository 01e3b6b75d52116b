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

    /** How many streams this replica holds open; whoever comes then is sent away for {@link #away}. */
    @WithDefault("4000")
    int streams();

    /** How many of them one subject may have: his devices, and those that broke off and nobody noticed yet. */
    @WithDefault("20")
    int streamsOfOne();

    /** How long who found no place waits at least; up to twice as long, so that not all come back at once. */
    @WithDefault("10s")
    Duration away();

    /** How long to wait before the next try when the connection that listens is lost. */
    @WithDefault("1s")
    Duration retry();
}
