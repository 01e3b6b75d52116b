package org.chuishao.mesh.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was passed is not read again, whatever Kafka hands out and however much the inbox has forgotten. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LogPositionTest {

    /** Of no real topic, so that nobody else writes there. */
    private static final int PARTITION = 901;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    LogReader reader;

    @Inject
    WatchfulEffect effect;

    @AfterEach
    void forget() {
        LogFixture.count("update log_position set next_offset = 0 where kafka_partition = ?", PARTITION);
    }

    @Test
    void anEventThatTheInboxForgotIsNotReadAgain() {
        UUID ticket = Ids.next();
        Event received = LogFixture.received(ticket);
        read(received);
        assertThat(next()).isEqualTo(1);
        forgetInbox(received);

        read(received, LogFixture.accepted(ticket));
        assertThat(effect.of(ticket).stream().map(e -> e.event().type().shortName()))
                .containsExactly("ticket.received", "ticket.accepted");
        assertThat(next()).isEqualTo(2);
    }

    @Test
    void anEventBehindDoesNotMoveThePositionBack() {
        Event first = LogFixture.received(Ids.next());
        read(first, LogFixture.received(Ids.next()), LogFixture.received(Ids.next()));
        read(first);
        assertThat(next()).isEqualTo(3);
    }

    @Test
    void aParkedEventIsPassedAndAReplayedOneComesNoSecondTime() {
        UUID bad = Ids.next();
        UUID good = Ids.next();
        Event poison = LogFixture.received(bad);
        Event other = LogFixture.received(good);
        effect.poisonous.add(bad);
        read(other, poison);
        assertThat(Parked.waiting(bad)).isEqualTo(1);
        assertThat(effect.of(good)).hasSize(1);
        assertThat(next()).isEqualTo(2);
        read(other, poison);
        assertThat(Parked.waiting(bad)).isEqualTo(1);

        effect.poisonous.remove(bad);
        Parked.replay(bad).statusCode(200);
        forgetInbox(poison);
        read(other, poison);
        assertThat(effect.of(bad)).hasSize(1);
        assertThat(effect.of(good)).hasSize(1);
    }

    @Test
    void aTopicMadeAnewIsReadFromItsStart() {
        read(LogFixture.received(Ids.next()), LogFixture.received(Ids.next()));
        LogFixture.count("update log_position set log = 'the former' where kafka_partition = ?", PARTITION);
        UUID ticket = Ids.next();
        read(LogFixture.received(ticket));
        assertThat(effect.of(ticket)).hasSize(1);
        assertThat(next()).isEqualTo(1);
    }

    private void read(Event... events) {
        reader.read(LogFixture.batch(PARTITION, events)).await().atMost(PATIENCE);
    }

    private static void forgetInbox(Event event) {
        assertThat(LogFixture.count("delete from inbox where event_id = ?", event.id()))
                .isEqualTo(1);
    }

    private static long next() {
        return LogFixture.count("select next_offset from log_position where kafka_partition = ?", PARTITION);
    }
}
