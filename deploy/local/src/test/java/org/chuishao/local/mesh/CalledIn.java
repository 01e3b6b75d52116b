package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.TokenMint;

/** A whistle about one ticket on a mesh: who blew it, whom it called, and what each of them did, by his own token. */
final class CalledIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int NOT_FOUND = 404;

    private final MeshClient client;
    private final TokenMint mint;
    private final UUID ticket;
    private final String whistle;

    CalledIn(TemporaryMesh mesh, UUID ticket, Bearer blower, Map<String, ?> body) throws InterruptedException {
        client = new MeshClient(mesh.addresses(), SOON);
        mint = TokenMint.in(mesh.data().keys());
        this.ticket = ticket;
        // dispatched by routing, it is known to grid a moment later
        Answer answer = await().atMost(SOON)
                .until(() -> post(blower, "/api/v1/whistles", body), it -> it.status() != NOT_FOUND);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        whistle = answer.body().path("id").asText();
    }

    /** One that opens its ticket itself. */
    CalledIn(TemporaryMesh mesh, Bearer blower, Map<String, ?> body) throws InterruptedException {
        client = new MeshClient(mesh.addresses(), SOON);
        mint = TokenMint.in(mesh.data().keys());
        Answer answer = post(blower, "/api/v1/whistles", body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        whistle = answer.body().path("id").asText();
        ticket = UUID.fromString(answer.body().path("ticket").asText());
    }

    String id() {
        return whistle;
    }

    UUID ticket() {
        return ticket;
    }

    static Bearer department(String unit) {
        return Bearer.of(Roles.UNIT).subject(unit + "-desk").unit(unit);
    }

    static Bearer desk(String region) {
        return Bearer.of(Roles.DUTY_DESK).subject("desk-" + region).regions(region);
    }

    CalledIn step(Bearer by, String step, Map<String, ?> body) throws InterruptedException {
        return refused(201, by, step, body);
    }

    CalledIn refused(int status, Bearer by, String step, Map<String, ?> body) throws InterruptedException {
        Answer answer = post(by, "/api/v1/whistles/" + whistle + "/" + step, body);
        assertThat(answer.status())
                .as("%s of %s: %s", step, by.subject(), answer.body())
                .isEqualTo(status);
        return this;
    }

    /** How far a department is, and how high its absence has gone, as the asker sees it. */
    CalledIn stands(Bearer asker, String department, String phase, int supervision) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode seen = get(Service.GRID, "/api/v1/whistles/" + whistle, asker);
            JsonNode call = StreamSupport.stream(seen.path("calls").spliterator(), false)
                    .filter(it -> it.path("department").asText().equals(department))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("not called or not seen: " + seen));
            assertThat(call.path("phase").asText()).as("%s", call).isEqualTo(phase);
            assertThat(call.path("supervision").asInt()).as("%s", call).isEqualTo(supervision);
        });
        return this;
    }

    boolean seenBy(Bearer asker) throws InterruptedException {
        return client.send(Call.get(Service.GRID, "/api/v1/whistles/" + whistle, mint.token(asker)))
                .ok();
    }

    String phase(Bearer asker) throws InterruptedException {
        return get(Service.GRID, "/api/v1/whistles/" + whistle, asker)
                .path("phase")
                .asText();
    }

    /** The types of the ticket's events as its timeline shows them, so many of this one. */
    CalledIn told(String type, int times) {
        Bearer auditor = Bearer.of(Roles.AUDITOR).regions("21");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(Service.INTAKE, "/api/v1/tickets/" + ticket + "/timeline", auditor)
                                .path("items")
                                .findValuesAsText("type"))
                        .filteredOn(type::equals)
                        .hasSize(times));
        return this;
    }

    /** At least so many: others may add theirs of the ticket meanwhile. */
    CalledIn toldAtLeast(String type, int times) {
        Bearer auditor = Bearer.of(Roles.AUDITOR).regions("21");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(Service.INTAKE, "/api/v1/tickets/" + ticket + "/timeline", auditor)
                                .path("items")
                                .findValuesAsText("type"))
                        .filteredOn(type::equals)
                        .hasSizeGreaterThanOrEqualTo(times));
        return this;
    }

    /** What a service shows of the ticket, once it shows that. */
    JsonNode shown(Service service, String path, Bearer asker, Predicate<JsonNode> that) {
        return await().atMost(SOON).until(() -> get(service, path, asker), that);
    }

    private JsonNode get(Service service, String path, Bearer asker) throws InterruptedException {
        return client.send(Call.get(service, path, mint.token(asker))).body();
    }

    private Answer post(Bearer by, String path, Map<String, ?> body) throws InterruptedException {
        return client.send(
                Call.post(Service.GRID, path, mint.token(by), UUID.randomUUID().toString(), JSON.valueToTree(body)));
    }

    static Map<String, ?> blow(UUID ticket, String kind, List<String> departments) {
        return Map.of("ticket", ticket, "kind", kind, "matter", "多部门现场会商", "departments", departments, "site", SITE);
    }

    static final Map<String, ?> SITE = Map.of("longitude", 123.41, "latitude", 41.79, "crs", "WGS84");
}
