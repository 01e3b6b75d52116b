package org.chuishao.mesh.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ReadingTheLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    WatchfulEffect effect;

    private LogProbe log;

    @BeforeEach
    void open() {
        log = new LogProbe(Mesh.shared().bootstrapServers());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void foldsEventsInTheirOrder() {
        UUID ticket = Ids.next();
        write(LogFixture.received(ticket), LogFixture.accepted(ticket));
        await().atMost(PATIENCE).until(() -> effect.of(ticket).size() == 2);
        assertThat(effect.of(ticket).get(1).after().state()).isEqualTo(State.PENDING_DISPATCH);
        assertThat(effect.of(ticket)).allMatch(ReadEvent::applied);
    }

    @Test
    void aRedeliveredEventChangesNothing() {
        UUID ticket = Ids.next();
        Event received = LogFixture.received(ticket);
        Event accepted = LogFixture.accepted(ticket);
        write(received, received, accepted, received, accepted);
        UUID last = Ids.next();
        writeAfterAllOf(last);
        assertThat(LogFixture.count("select count(*) from audit where action = 'seen' and ticket_id = ?", ticket))
                .isEqualTo(2);
        assertThat(LogFixture.count("select (state ->> 'seen')::int from ticket_fold where ticket_id = ?", ticket))
                .isEqualTo(2);
    }

    @Test
    void anUnreadableEventParksItsTicketAndTheOthersGoOn() {
        UUID bad = Ids.next();
        UUID good = Ids.next();
        write(LogFixture.received(bad), LogFixture.received(good));
        log.write(Outbox.LIFECYCLE, bad.toString(), Map.of("ce_specversion", "1.0"), "no event at all");
        write(LogFixture.accepted(bad), LogFixture.accepted(good));

        await().atMost(PATIENCE).until(() -> effect.of(good).size() == 2);
        await().atMost(PATIENCE).until(() -> Parked.waiting(bad) == 2);
        assertThat(effect.of(bad)).hasSize(1);
        assertThat(Parked.listed(bad).get("cause").toString()).contains("CloudEvent");

        Parked.replay(bad).statusCode(409);
        Parked.skip(bad, "written by a broken tool").statusCode(204);
        Parked.replay(bad).statusCode(200);
        assertThat(effect.of(bad)).hasSize(2);
        assertThat(effect.of(bad).get(1).after().state()).isEqualTo(State.PENDING_DISPATCH);
        Parked.replay(bad).statusCode(404);
    }

    @Test
    void aFailingEffectParksOneTicketAndAReplayTakesItUpInOrder() {
        UUID bad = Ids.next();
        UUID good = Ids.next();
        effect.poisonous.add(bad);
        write(LogFixture.received(bad), LogFixture.received(good), LogFixture.accepted(bad), LogFixture.accepted(good));
        await().atMost(PATIENCE).until(() -> effect.of(good).size() == 2 && Parked.waiting(bad) == 2);
        assertThat(effect.of(bad)).isEmpty();

        effect.poisonous.remove(bad);
        Parked.replay(bad).statusCode(200);
        assertThat(effect.of(bad).stream().map(e -> e.event().type().shortName()))
                .containsExactly("ticket.received", "ticket.accepted");
        assertThat(Parked.waiting(bad)).isZero();
    }

    @Test
    void parkedTicketsAreForOperatorsOnly() {
        given().get("/api/v1/ops/parked").then().statusCode(401);
        given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("agent").regions("21")))
                .get("/api/v1/ops/parked")
                .then()
                .statusCode(403);
    }

    private void write(Event... events) {
        List.of(events).forEach(event -> LogFixture.write(log, event));
    }

    /** Each partition is read in order, so an event of its own partition would do; 48 of them cover all. */
    private void writeAfterAllOf(UUID first) {
        write(LogFixture.received(first));
        List<UUID> markers =
                java.util.stream.Stream.generate(Ids::next).limit(400).toList();
        markers.forEach(marker -> write(LogFixture.received(marker)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(markers)
                .filteredOn(marker -> effect.of(marker).size() != 1)
                .isEmpty());
    }
}
