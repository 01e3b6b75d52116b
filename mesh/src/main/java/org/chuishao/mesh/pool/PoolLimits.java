package org.chuishao.mesh.pool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The queue before each pool of connections, and before each use case ({@code chuishao.pool.*}). */
@ConfigMapping(prefix = "chuishao.pool")
public interface PoolLimits {

    /** Requests that may wait for a connection; the next one is answered 429. */
    @WithDefault("1000")
    int maxWaiting();

    /** How long one may wait, or a new connection take, before the answer is 503. */
    @WithDefault("5S")
    Duration patience();

    /**
     * How many commands of one kind (one use case) may be under way at once in this replica; the next one is answered
     * 429. By kind, so that a crowd at one door leaves the others open.
     */
    @WithDefault("256")
    int commands();
}
