package org.chuishao.mesh.log;

import io.quarkus.logging.Log;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes one shard of the outbox, in order. A session lock keeps it to one active relay in all replicas. One that is
 * frozen falls silent, loses its session and with it the lock; the transactional id fences it when it wakes up. What it
 * sent and could not mark goes out again under the same event id, and the readers' inboxes drop it.
 */
final class ShardRelay implements Runnable {

    /** First half of the advisory lock's key; the second is the shard. */
    private static final int LOCK_SPACE = 0x63687569;

    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final String UNSENT = """
            select seq, topic, key, attributes::text as attributes, data from outbox
            where shard = $1 and sent_at is null and seq > $3 order by seq limit $2
            """;

    private static final String LOOK = """
            select (select coalesce(max(seq), 0) from outbox), pg_snapshot_xmin(now)::text::bigint,
                pg_snapshot_xmax(now)::text::bigint
            from pg_current_snapshot() as now
            """;

    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final Duration AFRESH = Duration.ofSeconds(10);

    private final int shard;
    private final String service;
    private final Pool pool;
    private final LogConfig.Relay config;
    private final RelayBell.Ear bell;
    private final Function<Properties, Producer<String, byte[]>> kafka;
    private final String bootstrapServers;
    private volatile boolean stopping;

    ShardRelay(
            int shard,
            String service,
            Pool pool,
            LogConfig.Relay config,
            RelayBell.Ear bell,
            Function<Properties, Producer<String, byte[]>> kafka,
            String bootstrapServers) {
        this.shard = shard;
        this.service = service;
        this.pool = pool;
        this.config = config;
        this.bell = bell;
        this.kafka = kafka;
        this.bootstrapServers = bootstrapServers;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                lead();
                Thread.sleep(config.retry().toMillis());
            } catch (InterruptedException e) {
                // only stop() interrupts
            } catch (Throwable e) {
                // an Error too (memory that is short for a moment): without this thread nothing is published
                if (!stopping) {
                    Log.warnf("relay %d stands back: %s", shard, e.toString());
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.retry().toMillis());
        } catch (InterruptedException e) {
            // only stop() interrupts
        }
    }

    /** Publishes for as long as this replica holds the shard's lock; returns at once if another one does. */
    private void lead() throws InterruptedException {
        SqlConnection sql = pool.getConnection().await().atMost(DATABASE_PATIENCE);
        try {
            if (!lock(sql)) {
                return;
            }
            beSilentAtMost(config.silence(), sql);
            try (Producer<String, byte[]> producer = kafka.apply(settings())) {
                producer.initTransactions();
                Log.infof("relay %d publishes", shard);
                SentUpTo sent = new SentUpTo(LOOKS, AFRESH, System.nanoTime());
                while (!stopping) {
                    look(sql, sent);
                    rest(publish(sql, producer, sent));
                }
            }
        } finally {
            giveBack(sql);
        }
    }

    /**
     * A Kafka transaction writes a mark into each partition that it touches, so under load few large ones are far cheaper
     * than many small ones; where little comes in nothing waits.
     */
    private void rest(int published) throws InterruptedException {
        if (published >= config.batch()) {
            return;
        }
        if (published >= config.crowd()) {
            Thread.sleep(config.linger().toMillis());
        } else {
            if (published > 0) {
                Thread.sleep(config.pace().toMillis());
            }
            bell.await(config.poll());
        }
    }

    /** Postgres ends a session that is idle for longer, even where the network says that its client is there. */
    private static void beSilentAtMost(Duration longest, SqlConnection sql) {
        await(sql.query("set idle_session_timeout = " + longest.toMillis()).execute());
    }

    /** Lock and setting would live on in the pool. If they cannot be undone the session is broken, and they with it. */
    private static void giveBack(SqlConnection sql) {
        await(sql.query("select pg_advisory_unlock_all()::text; reset idle_session_timeout")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull());
        await(sql.close().onFailure().recoverWithNull());
    }

    private boolean lock(SqlConnection sql) {
        return await(sql.preparedQuery("select pg_try_advisory_lock($1, $2)").execute(Tuple.of(LOCK_SPACE, shard)))
                .iterator()
                .next()
                .getBoolean(0);
    }

    private static void look(SqlConnection sql, SentUpTo sent) {
        if (sent.asks(System.nanoTime())) {
            Row look = await(sql.preparedQuery(LOOK).execute()).iterator().next();
            sent.looked(new SentUpTo.Look(look.getLong(0), look.getLong(1), look.getLong(2)), System.nanoTime());
        }
    }

    private int publish(SqlConnection sql, Producer<String, byte[]> producer, SentUpTo upTo) {
        RowSet<Row> rows =
                await(sql.preparedQuery(UNSENT).execute(Tuple.of((short) shard, config.batch(), upTo.number())));
        if (rows.size() == 0) {
            upTo.sent(Long.MAX_VALUE);
            return 0;
        }
        Long[] sent = new Long[rows.size()];
        int i = 0;
        producer.beginTransaction();
        for (Row row : rows) {
            producer.send(EventCodec.record(
                    row.getString("topic"),
                    row.getString("key"),
                    StateJson.strings(row.getString("attributes")),
                    row.getString("data")));
            sent[i++] = row.getLong("seq");
        }
        // fails if any send failed; then the producer is closed and all of it is sent again
        producer.commitTransaction();
        await(sql.preparedQuery("update outbox set sent_at = app_now() where seq = any($1)")
                .execute(Tuple.of(sent)));
        upTo.sent(sent.length < config.batch() ? Long.MAX_VALUE : sent[sent.length - 1]);
        return sent.length;
    }

    private static <T> T await(io.smallrye.mutiny.Uni<T> uni) {
        return uni.await().atMost(DATABASE_PATIENCE);
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay-" + shard);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-relay-" + shard);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 25_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }
}
