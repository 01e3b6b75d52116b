package org.chuishao.mesh.log;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts one relay thread a shard and stops them with the service. */
@ApplicationScoped
class Relays {

    private static final long STOP_MILLIS = 10_000;
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final String STRANDED = "select count(*) from outbox where sent_at is null and shard >= $1";

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
        int shards = config.relay().shards();
        requireAllPublished(shards);
        for (int shard = 0; shard < shards; shard++) {
            ShardRelay relay = new ShardRelay(
                    shard, config.service(), pool, config.relay(), bell.listen(), KafkaProducer::new, bootstrapServers);
            Thread thread = new Thread(relay, "relay-" + shard);
            thread.setDaemon(true);
            relays.add(relay);
            threads.add(thread);
            thread.start();
        }
    }

    /** Fewer relays than before would leave what waits for the others unsent for good, without a word. */
    void requireAllPublished(int shards) {
        long stranded = pool.preparedQuery(STRANDED)
                .execute(Tuple.of((short) shards))
                .await()
                .atMost(DATABASE_PATIENCE)
                .iterator()
                .next()
                .getLong(0);
        if (stranded > 0) {
            throw new IllegalStateException("chuishao.log.relay.shards is " + shards + ", but " + stranded
                    + " events wait for relays beyond it: start with the former number until all are sent");
        }
    }

    /** All of them live; one that has only stepped back for a while does. */
    boolean alive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relays.forEach(ShardRelay::stop);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(STOP_MILLIS);
        }
    }
}
