package org.chuishao.mesh.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a relay does when something is wrong with it; on a shard that the service under test has no relay for. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RelayTest {

    private static final int SHARD = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @ReactiveDataSource("reader")
    Pool pool;

    @Inject
    Relays relays;

    private final RelayBell bell = new RelayBell();
    private final List<ShardRelay> running = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** A relay that loses patience soon. */
    private record Quick(
            int shards,
            int batch,
            Duration pace,
            int crowd,
            Duration linger,
            Duration poll,
            Duration retry,
            Duration silence)
            implements LogConfig.Relay {

        static Quick relay() {
            Duration soon = Duration.ofMillis(50);
            return new Quick(SHARD + 1, 500, soon, 50, soon, soon, soon, Duration.ofSeconds(3));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.forEach(ShardRelay::stop);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
        }
        LogFixture.count("delete from outbox where shard = ?", SHARD);
    }

    @Test
    void oneThatFreezesLosesItsLockToAnother() throws InterruptedException {
        CountDownLatch leads = new CountDownLatch(1);
        CountDownLatch thaw = new CountDownLatch(1);
        MockProducer<String, byte[]> frozen = producer();
        MockProducer<String, byte[]> next = producer();
        start(settings -> {
            leads.countDown();
            hold(thaw);
            return frozen;
        });
        leads.await();
        UUID ticket = waiting();
        start(settings -> next);

        await().atMost(PATIENCE).until(() -> unsent(ticket) == 0);
        assertThat(next.history()).extracting(record -> record.key()).containsExactly(ticket.toString());
        thaw.countDown();
        await().atMost(PATIENCE).until(frozen::closed);
        assertThat(frozen.history()).isEmpty();
    }

    @Test
    void anErrorIsNotTheEndOfIt() {
        AtomicInteger tries = new AtomicInteger();
        MockProducer<String, byte[]> producer = producer();
        start(settings -> {
            if (tries.getAndIncrement() == 0) {
                throw new OutOfMemoryError("for a moment");
            }
            return producer;
        });
        UUID ticket = waiting();

        await().atMost(PATIENCE).until(() -> unsent(ticket) == 0);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aServiceDoesNotStartWhileEventsWaitForARelayBeyondItsNumber() {
        waiting();

        assertThatThrownBy(() -> relays.requireAllPublished(SHARD)).hasMessageContaining("1 events wait");
        relays.requireAllPublished(SHARD + 1);
    }

    @Test
    @Timeout(30)
    void eachHearsTheBell() throws InterruptedException {
        RelayBell.Ear one = bell.listen();
        RelayBell.Ear two = bell.listen();
        bell.ring();

        one.await(Duration.ofHours(1));
        two.await(Duration.ofHours(1));
    }

    @Test
    void itsLifeAndWhatWaitsForItCanBeSeen() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("relay")));
        given().get("/q/metrics")
                .then()
                .body(containsString("chuishao_outbox_unsent"))
                .body(containsString("chuishao_outbox_oldest_seconds"));
    }

    private void start(Function<Properties, Producer<String, byte[]>> kafka) {
        ShardRelay relay = new ShardRelay(SHARD, "test", pool, Quick.relay(), bell.listen(), kafka, "none");
        Thread thread = new Thread(relay, "relay-under-test");
        running.add(relay);
        threads.add(thread);
        thread.start();
    }

    private static UUID waiting() {
        UUID ticket = Ids.next();
        assertThat(LogFixture.count(
                        "insert into outbox (event_id, ticket_id, shard, topic, key, attributes, data)"
                                + " values (?, ?, ?, 'nowhere', ?, '{}', '{}')",
                        Ids.next(),
                        ticket,
                        SHARD,
                        ticket.toString()))
                .isEqualTo(1);
        return ticket;
    }

    private static long unsent(UUID ticket) {
        return LogFixture.count("select count(*) from outbox where ticket_id = ? and sent_at is null", ticket);
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static void hold(CountDownLatch thaw) {
        try {
            thaw.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped", e);
        }
    }
}
