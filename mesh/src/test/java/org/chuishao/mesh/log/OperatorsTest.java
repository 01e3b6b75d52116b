package org.chuishao.mesh.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What people see of the log's trouble and can do about it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class OperatorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITION = 902;

    @Inject
    LogReader reader;

    @Inject
    WatchfulEffect effect;

    @Inject
    RelayBell bell;

    @Inject
    MeterRegistry meters;

    @Inject
    @ReactiveDataSource("reader")
    Pool pool;

    @Test
    void anOwnEventThatIsLeftOutIsPendingNoLonger() {
        UUID ticket = Ids.next();
        Event own = own(LogFixture.received(ticket));
        effect.poisonous.add(ticket);
        pool.withTransaction(sql -> Outbox.append(sql, 1, List.of(own))).await().atMost(PATIENCE);
        bell.ring();
        await().atMost(PATIENCE).until(() -> Parked.waiting(ticket) == 1);
        assertThat(pending(ticket)).isEqualTo(1);

        Parked.replay(ticket).statusCode(409);
        Parked.skip(ticket, "written by a tool").statusCode(204);
        assertThat(pending(ticket)).isZero();
        assertThat(LogFixture.count("select count(*) from inbox where event_id = ?", own.id()))
                .isEqualTo(1);
        Parked.skip(ticket, "once more").statusCode(404);
        Parked.replay(ticket).statusCode(200);

        effect.poisonous.remove(ticket);
        assertThat(effect.of(ticket)).isEmpty();
        assertThat(audited(ticket, "parked-event-skipped", "written by a tool")).isEqualTo(1);
        assertThat(audited(ticket, "parked-ticket-replayed", "%told to fail")).isEqualTo(2);
    }

    @Test
    void whatIsLeftOutIsToldToTheEffectsAsTooLate() {
        UUID ticket = Ids.next();
        effect.poisonousUnlessLate.add(ticket);
        Event own = own(LogFixture.received(ticket));
        pool.withTransaction(sql -> Outbox.append(sql, 1, List.of(own))).await().atMost(PATIENCE);
        bell.ring();
        await().atMost(PATIENCE).until(() -> Parked.waiting(ticket) == 1);

        Parked.skip(ticket, "the effect cannot do it").statusCode(204);
        assertThat(effect.of(ticket)).singleElement().satisfies(told -> {
            assertThat(told.applied()).isFalse();
            assertThat(told.why()).isEqualTo("left out by an operator");
            assertThat(told.after()).isEqualTo(TicketState.unseen());
        });
    }

    @Test
    void theLogWaitsRatherThanParkEverything() {
        List<Event> events = Stream.generate(() -> LogFixture.received(Ids.next()))
                .limit(120)
                .toList();
        events.forEach(event -> effect.poisonous.add(event.ticket()));
        CompletableFuture<Void> reading = reader.read(LogFixture.batch(PARTITION, events.toArray(Event[]::new)))
                .subscribeAsCompletionStage();
        await().atMost(PATIENCE).until(() -> parked() == 100);
        double before = meters.counter("chuishao.log.retries").count();
        await().atMost(PATIENCE)
                .until(() -> meters.counter("chuishao.log.retries").count() >= before + 3);
        assertThat(parked()).isEqualTo(100);
        assertThat(reading).isNotDone();
        assertThat(meters.get("chuishao.log.batch.age").gauge().value()).isPositive();

        events.forEach(event -> effect.poisonous.remove(event.ticket()));
        await().atMost(PATIENCE).until(reading::isDone);
        assertThat(parked()).isEqualTo(100);
        assertThat(events.stream().filter(e -> effect.of(e.ticket()).size() == 1))
                .hasSize(20);
        meters.get("chuishao.parked.tickets").gauge();
    }

    private static Event own(Event event) {
        return new Event(
                event.id(),
                event.ticket(),
                Source.GRID,
                event.at(),
                event.round(),
                event.assignment(),
                event.basedOn(),
                event.actor(),
                event.data());
    }

    private static long parked() {
        return LogFixture.count(
                "select count(*) from parked_ticket t join parked_event e using (ticket_id) where kafka_partition = ?",
                PARTITION);
    }

    private static long pending(UUID ticket) {
        return LogFixture.count("select count(*) from pending_event where ticket_id = ?", ticket);
    }

    private static long audited(UUID ticket, String action, String detail) {
        return LogFixture.count(
                "select count(*) from audit where ticket_id = ? and action = ? and detail like ? and role = 'ops'",
                ticket,
                action,
                detail);
    }
}
