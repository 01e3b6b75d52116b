package org.chuishao.mesh.log;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts one relay thread a shard and stops them with the service. */
@ApplicationScoped
class Relays {

    private static final long STOP_MILLIS = 10_000;

    private final Pool pool;
    private final LogConfig config;
    private final RelayBell bell;
    private final String bootstrapServers;
    private final List<ShardRelay> relays = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Relays(
            @ReactiveDataSource("reader") Pool pool,
            LogConfig config,
            RelayBell bell,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.pool = pool;
        this.config = config;
        this.bell = bell;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        for (int shard = 0; shard < config.relay().shards(); shard++) {
            ShardRelay relay = new ShardRelay(shard, pool, config, bell, bootstrapServers);
            Thread thread = new Thread(relay, "relay-" + shard);
            thread.setDaemon(true);
            relays.add(relay);
            threads.add(thread);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relays.forEach(ShardRelay::stop);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(STOP_MILLIS);
        }
    }
}
