package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;

/** One ticket on its way through a mesh, act by act, and the clocks beside it. */
final class Walk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final MeshClient client;
    private final Tokens tokens;
    private final UUID ticket;
    private final OwnClocks own;

    /** A complaint by web, which waits for an agent. */
    Walk(TemporaryMesh mesh, Map<String, ?> complaint) throws InterruptedException {
        client = new MeshClient(mesh.addresses(), SOON);
        tokens = new Tokens(TokenMint.in(mesh.data().keys()));
        Answer answer = post(Service.INTAKE, "/api/v1/tickets", tokens.ofProvince(Roles.CALL_CENTRE), complaint);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        ticket = UUID.fromString(answer.body().path("id").asText());
        own = new OwnClocks(mesh, ticket);
    }

    UUID id() {
        return ticket;
    }

    /** Something that intake is told of the ticket. */
    Walk intake(String role, String act, Map<String, ?> body) {
        return acts(Service.INTAKE, "/api/v1/tickets/" + ticket + "/" + act, tokens.ofProvince(role), body);
    }

    Walk dispatched(String unit) {
        return acts(
                Service.ROUTING,
                "/api/v1/dispatches",
                tokens.ofProvince(Roles.DISPATCHER),
                Map.of("ticket", ticket, "leadUnit", unit, "reason", "属地职责"));
    }

    Walk returnDecided(boolean granted) {
        return acts(
                Service.ROUTING,
                "/api/v1/returns/" + lead().path("id").asText() + "/adjudication",
                tokens.ofProvince(Roles.ADJUDICATOR),
                Map.of("granted", granted, "reason", "职责明确"));
    }

    /** Something that the unit that has the lead now does. */
    Walk unit(String act, Map<String, ?> body) {
        JsonNode lead = lead();
        return acts(
                Service.GRID, path(lead, act), tokens.ofUnit(lead.path("unit").asText()), body);
    }

    Walk supervisor(String act, Map<String, ?> body) {
        return acts(Service.GRID, path(lead(), act), tokens.ofProvince(Roles.SUPERVISOR), body);
    }

    /** As intake has read it. */
    Walk stands(String state) {
        await().atMost(SOON).until(() -> intake("").path("state").asText(), state::equals);
        return this;
    }

    Walk round(int round) {
        await().atMost(SOON).until(() -> intake("").path("round").asInt(), it -> it == round);
        return this;
    }

    Walk isTold(String event) {
        await().atMost(SOON)
                .until(() -> intake("/timeline").path("items").findValuesAsText("type"), it -> it.contains(event));
        return this;
    }

    /** The unit's clock for an act, the latest one: where it stands and when it ends, to the minute. */
    Walk clock(String act, String state, String due) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode clock = clocks(act).stream()
                    .max((a, b) -> started(a).compareTo(started(b)))
                    .orElseThrow(() -> new AssertionError("no clock for " + act));
            assertThat(clock.path("state").asText()).as("%s", clock).isEqualTo(state);
            Duration off = Duration.between(
                    MeshTime.instant(due),
                    OffsetDateTime.parse(clock.path("dueAt").asText()).toInstant());
            assertThat(off.abs())
                    .as("%s due at %s", act, clock.path("dueAt").asText())
                    .isLessThan(A_MINUTE);
        });
        return this;
    }

    /** The same of a clock that another service than grid keeps. */
    Walk clock(Service service, String act, String state, String due) {
        await().atMost(SOON).ignoreException(NoSuchElementException.class).untilAsserted(() -> {
            OwnClocks.Seen clock = own.latest(service, act);
            assertThat(clock.state()).as("%s: %s", act, clock).isEqualTo(state);
            assertThat(Duration.between(MeshTime.instant(due), clock.due()).abs())
                    .as("%s: %s", act, clock)
                    .isLessThan(A_MINUTE);
        });
        return this;
    }

    private List<JsonNode> clocks(String act) throws InterruptedException {
        String path = "/api/v1/deadlines?limit=100&ticket=" + ticket + "&act=" + act;
        return items(get(Service.GRID, path, Roles.SUPERVISOR));
    }

    private static Instant started(JsonNode clock) {
        return OffsetDateTime.parse(clock.path("startedAt").asText()).toInstant();
    }

    /** The present lead's assignment: the newest that leads. */
    private JsonNode lead() {
        return await().atMost(SOON)
                .until(
                        () ->
                                items(get(Service.GRID, "/api/v1/assignments?ticket=" + ticket, Roles.SUPERVISOR))
                                        .stream()
                                        .filter(it -> it.path("lead").asBoolean()
                                                && !it.path("phase").asText().equals("ENDED"))
                                        .findFirst()
                                        .orElse(null),
                        it -> it != null);
    }

    private static String path(JsonNode assignment, String act) {
        return "/api/v1/assignments/" + assignment.path("id").asText() + "/" + act;
    }

    /** A service that has not yet read what the act answers says 404 or 409, and is asked again. */
    private Walk acts(Service service, String path, String token, Map<String, ?> body) {
        await().atMost(SOON).untilAsserted(() -> {
            Answer answer = post(service, path, token, body);
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(201);
        });
        return this;
    }

    private JsonNode intake(String what) throws InterruptedException {
        return get(Service.INTAKE, "/api/v1/tickets/" + ticket + what, Roles.AUDITOR);
    }

    private JsonNode get(Service service, String path, String role) throws InterruptedException {
        return client.send(Call.get(service, path, tokens.ofProvince(role))).body();
    }

    private Answer post(Service service, String path, String token, Map<String, ?> body) throws InterruptedException {
        return client.send(Call.post(service, path, token, UUID.randomUUID().toString(), JSON.valueToTree(body)));
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
