package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event that nobody can read stops its own ticket in every service, and no other. */
@ExtendWith(SharedMesh.class)
@Timeout(300)
class PoisonTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "慕容毒丸";

    @ParameterizedTest
    @CsvSource({
        "org.chuishao.ticket.exploded.v1, '{}', unknown event type",
        "org.chuishao.assignment.signed.v1, '{\"慕容毒丸\"', JSON"
    })
    void aPoisonedTicketWaitsWhileOthersGoOn(String type, String data, String cause, TemporaryMesh mesh)
            throws InterruptedException {
        Hands hands = new Hands(mesh);
        UUID ticket = hands.newTicket();
        JsonNode assignment = hands.assignmentOf(ticket);
        try (LogProbe log = new LogProbe(mesh.addresses().kafka())) {
            log.write(Topics.TICKETS, ticket.toString(), poison(ticket, type), data);
        }
        for (Service service : Service.values()) {
            await().atMost(SOON).until(() -> hands.parked(service, ticket).isPresent());
            assertThat(hands.parked(service, ticket).orElseThrow().path("cause").asText())
                    .contains(cause)
                    .doesNotContain(SECRET);
        }

        hands.sign(assignment);
        Journey.of("beside-" + ticket, MadeUp.messages(5)).through(mesh).assertWhole(5);

        assertThat(hands.state(ticket)).isEqualTo("PENDING_SIGN");
        List<String> behind = typesBehind(type, ticket, mesh);
        assertThat(behind).contains("org.chuishao.assignment.signed.v1");
        for (Service service : Service.values()) {
            await().atMost(SOON)
                    .until(() -> hands.parked(service, ticket)
                                    .orElseThrow()
                                    .path("waiting")
                                    .asInt()
                            == 1 + behind.size());
            assertThat(hands.replay(service, ticket).status()).isEqualTo(409);
            hands.skip(service, ticket);
            assertThat(hands.replay(service, ticket).body().path("replayed").asInt())
                    .isEqualTo(behind.size());
            assertThat(hands.parked(service, ticket)).isEmpty();
        }
        assertThat(hands.state(ticket)).isEqualTo("IN_PROGRESS");
    }

    /** What the log has of the ticket after its poison: the signature, and who was told if that came later. */
    private static List<String> typesBehind(String poison, UUID ticket, TemporaryMesh mesh) {
        try (LogProbe log = new LogProbe(mesh.addresses().kafka())) {
            List<String> types = log.read(Topics.TICKETS, ticket.toString()).stream()
                    .map(found -> found.headers().getOrDefault("ce_type", ""))
                    .toList();
            return types.subList(types.indexOf(poison) + 1, types.size());
        }
    }

    private static Map<String, String> poison(UUID ticket, String type) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/chuishao/grid");
        headers.put("ce_subject", ticket.toString());
        headers.put("ce_time", "2026-11-23T08:00:00Z");
        headers.put("ce_round", "1");
        headers.put("ce_basedon", "4");
        headers.put("ce_actorrole", "service");
        headers.put("ce_actorid", "grid");
        return headers;
    }
}
