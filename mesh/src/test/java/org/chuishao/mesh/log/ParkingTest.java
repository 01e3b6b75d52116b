package org.chuishao.mesh.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Whatever stands on the log, the ticket is parked and the others go on. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ParkingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    WatchfulEffect effect;

    @Inject
    @ReactiveDataSource("reader")
    Pool pool;

    @Inject
    Parking parking;

    @Test
    void aRecordOfBytesThatAreNoTextIsKeptAsItCame() {
        byte[] key = ("\0no ticket " + Ids.next() + "\u00ff").getBytes(ISO_8859_1);
        UUID ticket = UUID.nameUUIDFromBytes(key);
        List<Header> headers = List.of(
                new RecordHeader("ce_type\0", new byte[] {0, 1, (byte) 0xff}),
                new RecordHeader("again", "first".getBytes(UTF_8)),
                new RecordHeader("again", null),
                new RecordHeader("again", "first".getBytes(UTF_8)));
        byte[] value = {0, (byte) 0xc3, 0x28};

        LogFixture.write(key, headers, value);
        await().atMost(PATIENCE).until(() -> Parked.waiting(ticket) == 1);

        ParkedEvents.Waiting kept = first(ticket);
        assertThat(kept.kept()).isTrue();
        assertThat(kept.record().key()).isEqualTo(key);
        assertThat(kept.record().value()).isEqualTo(value);
        assertThat(StreamSupport.stream(kept.record().headers().spliterator(), false))
                .containsExactlyElementsOf(headers);
    }

    @Test
    void aRecordOfNothingIsKept() {
        UUID ticket = UUID.nameUUIDFromBytes(new byte[0]);
        long before = Parked.waiting(ticket);
        LogFixture.write(null, List.of(), null);
        await().atMost(PATIENCE).until(() -> Parked.waiting(ticket) == before + 1);
        assertThat(first(ticket).record().key()).isNull();
        assertThat(first(ticket).record().value()).isNull();
    }

    @Test
    void aTypeThatNoTextCanHoldIsToldWithoutIt() {
        UUID ticket = Ids.next();
        var record = LogFixture.record(LogFixture.received(ticket));
        record.headers().remove("ce_type").add("ce_type", "ex\0ploded".getBytes(UTF_8));
        LogFixture.write(ticket.toString().getBytes(UTF_8), record.headers(), record.value());
        await().atMost(PATIENCE).until(() -> Parked.waiting(ticket) == 1);
        assertThat(Parked.listed(ticket).get("cause").toString()).contains("unknown event type exploded");
    }

    @Test
    void whatWasParkedForAWhileIsReadAsItCame() {
        UUID ticket = Ids.next();
        Event received = LogFixture.received(ticket);
        var record = LogFixture.record(received);
        record.headers().add("traced", new byte[] {0}).add("traced", null);
        effect.poisonous.add(ticket);
        LogFixture.write(ticket.toString().getBytes(UTF_8), record.headers(), record.value());
        await().atMost(PATIENCE).until(() -> Parked.waiting(ticket) == 1);

        effect.poisonous.remove(ticket);
        Parked.replay(ticket).statusCode(200);
        assertThat(effect.of(ticket)).extracting(ReadEvent::event).containsExactly(received);
    }

    @Test
    void whereTheRecordCannotBeKeptItsPlaceIs() {
        UUID ticket = Ids.next();
        Headers unspeakable = new RecordHeaders() {
            @Override
            public Header[] toArray() {
                throw new IllegalStateException("cannot be told");
            }
        };
        LogRecord record = new LogRecord(null, ticket, 907, 4711, unspeakable, null);
        parking.park(record, new UnreadableEvent("made up", null)).await().atMost(PATIENCE);

        assertThat(first(ticket).kept()).isFalse();
        assertThat(Parked.listed(ticket).get("cause").toString()).contains("only its place");
        assertThat(Parked.replay(ticket)
                        .statusCode(409)
                        .extract()
                        .path("detail")
                        .toString())
                .contains("907/4711");
        Parked.skip(ticket, "looked up on the log: a tool's test").statusCode(204);
        Parked.replay(ticket).statusCode(200);
        assertThat(Parked.waiting(ticket)).isZero();
    }

    private ParkedEvents.Waiting first(UUID ticket) {
        return pool.withConnection(sql -> ParkedEvents.first(sql, ticket))
                .await()
                .atMost(PATIENCE)
                .orElseThrow();
    }
}
