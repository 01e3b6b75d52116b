package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.LOG;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submit;
import static org.chuishao.intake.Intake.submitted;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe.Found;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SubmissionTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void aPhoneCallIsAcceptedAtOnceAndGoesOnTheLog() {
        Response reply = submit(complaint());

        reply.then()
                .statusCode(201)
                .header("Location", startsWith(TICKETS + "/"))
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("number", matchesPattern("[0-9]{16}"));
        String id = reply.path("id");
        await().atMost(PATIENCE).until(() -> onTheLog(id).size() == 2);
        assertThat(onTheLog(id))
                .extracting(event -> event.headers().get("ce_type"))
                .containsExactly("org.chuishao.ticket.received.v1", "org.chuishao.ticket.accepted.v1");
    }

    @Test
    void theCallerStaysInIntakeSealed() throws SQLException {
        Map<String, Object> ticket = complaint();
        ticket.put(
                "caller",
                Map.of("name", "标记甲某", "phone", "13700009876", "id", "MARK-ID-4711", "address", "标记小区9-9-99"));
        ticket.put("place", Map.of("text", "标记小区9-9-99门口", "region", Intake.COMMUNITY));
        UUID id = submitted(ticket);
        ticket.put("kind", "NONE");
        submit(ticket).then().statusCode(400);
        await().atMost(PATIENCE).until(() -> onTheLog(id.toString()).size() == 2);

        List<String> marks = List.of("标记", "13700009876", "MARK-ID-4711");
        assertThat(LOG.read("ticket-lifecycle").toString()).doesNotContain(marks);
        for (String table : List.of("ticket", "ticket_event", "outbox", "audit", "idempotency")) {
            assertThat(see("reader", "select to_jsonb(r)::text from " + table + " r")
                            .toString())
                    .as(table)
                    .doesNotContain(marks);
        }
        as(AGENT)
                .get(TICKETS + "/" + id)
                .then()
                .body("caller.name", equalTo("标**"))
                .body("caller.phone", equalTo("137****9876"))
                .body("title", equalTo("暖气不热"));
        keyed(AGENT)
                .body(Map.of("reason", "回拨"))
                .post(TICKETS + "/" + id + "/reveals")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo("标记甲某"))
                .body("phone", equalTo("13700009876"));
        assertThat(see(
                        "reader",
                        "select actor from audit where action = 'caller.revealed' and ticket_id = '" + id + "'"))
                .containsExactly("agent-1");
    }

    @Test
    void theSameKeyAndBodyIsOneTicket() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> ticket = complaint();
        List<CompletableFuture<Response>> sent = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        as(AGENT).header("Idempotency-Key", key).body(ticket).post(TICKETS)))
                .toList();

        List<String> bodies = sent.stream()
                .map(CompletableFuture::join)
                .map(Response::asString)
                .distinct()
                .toList();

        assertThat(bodies).hasSize(1).first().asString().contains("PENDING_DISPATCH");
        assertThat(see("reader", "select count(*) from idempotency where key = '" + key + "'"))
                .containsExactly("1");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> ticket = complaint();
        as(AGENT)
                .header("Idempotency-Key", key)
                .body(ticket)
                .post(TICKETS)
                .then()
                .statusCode(201);
        ticket.put("title", "another");

        as(AGENT)
                .header("Idempotency-Key", key)
                .body(ticket)
                .post(TICKETS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void aCitizenSendsAndSeesHisOwnOnly() {
        Bearer citizen =
                Bearer.of("citizen").citizen("hash-of-a-citizen".repeat(3).substring(0, 43));
        Map<String, Object> ticket = complaint();
        ticket.put("channel", "WEB");
        String id = keyed(citizen)
                .body(ticket)
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as(citizen).get(TICKETS).then().statusCode(200).body("items", hasSize(1));
        as(Bearer.of("citizen").citizen("another".repeat(7).substring(0, 43)))
                .get(TICKETS + "/" + id)
                .then()
                .statusCode(404);
        keyed(citizen)
                .body(Map.of("reason", "SETTLED_BY_ITSELF"))
                .post(TICKETS + "/" + id + "/withdrawals")
                .then()
                .statusCode(201)
                .body("state", equalTo("WITHDRAWN"));
    }

    /** Without its clocks, whose events come when they come. */
    private static List<Found> onTheLog(String ticket) {
        return LOG.read("ticket-lifecycle", ticket).stream()
                .filter(event -> !event.headers().get("ce_type").startsWith("org.chuishao.deadline."))
                .toList();
    }
}
