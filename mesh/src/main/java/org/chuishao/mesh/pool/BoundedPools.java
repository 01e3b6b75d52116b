package org.chuishao.mesh.pool;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pools with a bounded queue, where Quarkus leaves it unbounded: a database that is slow or away costs a quick
 * refusal, not memory. Each pool carries its name into the metrics.
 */
@Singleton
class BoundedPools {

    private final PoolLimits limits;

    BoundedPools(PoolLimits limits) {
        this.limits = limits;
    }

    @Produces
    @Singleton
    PgPoolCreator requests() {
        return input -> create(input, "requests");
    }

    @Produces
    @Singleton
    @ReactiveDataSource("insert")
    PgPoolCreator insert() {
        return input -> create(input, "insert");
    }

    @Produces
    @Singleton
    @ReactiveDataSource("reader")
    PgPoolCreator reader() {
        return input -> create(input, "reader");
    }

    private Pool create(PgPoolCreator.Input input, String name) {
        int wait = Math.toIntExact(limits.patience().toMillis());
        input.pgConnectOptionsList().forEach(server -> {
            server.setConnectTimeout(wait);
            server.setTcpKeepAlive(true);
            // by default what is longer than 2048 characters is parsed and planned anew each time
            server.setPreparedStatementCacheSqlFilter(sql -> true);
        });
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setName(name)
                        .setMaxWaitQueueSize(limits.maxWaiting())
                        .setConnectionTimeout(wait)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
