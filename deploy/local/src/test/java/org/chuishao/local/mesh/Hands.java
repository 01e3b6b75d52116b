package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Message;
import org.chuishao.local.replay.message.TicketBody;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;

/** Single acts of single people on a mesh, for tests that look at one ticket. */
final class Hands {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Casting CASTING = new Casting(3, Communities.ofLiaoning());

    private final MeshClient client;
    private final Tokens tokens;

    Hands(TemporaryMesh mesh) {
        client = new MeshClient(mesh.addresses(), SOON);
        tokens = new Tokens(TokenMint.in(mesh.data().keys()));
    }

    UUID newTicket() throws InterruptedException {
        Message message = new Message(UUID.randomUUID().toString(), "A", "小区停水", "", "停水一整天没有通知");
        Answer answer = post(
                Service.INTAKE,
                "/api/v1/tickets",
                tokens.ofProvince(Roles.CALL_CENTRE),
                TicketBody.of(message, CASTING.caller(message), CASTING.community(message), message.id()));
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.body().path("id").asText());
    }

    JsonNode assignmentOf(UUID ticket) {
        return await().atMost(SOON)
                .until(
                        () -> client.send(Call.get(
                                        Service.GRID,
                                        "/api/v1/assignments?ticket=" + ticket,
                                        tokens.ofProvince(Roles.SUPERVISOR)))
                                .body()
                                .path("items")
                                .path(0),
                        JsonNode::isObject);
    }

    void sign(JsonNode assignment) throws InterruptedException {
        String worker = assignment.path("worker").asText("");
        Answer answer = post(
                Service.GRID,
                "/api/v1/assignments/" + assignment.path("id").asText() + "/signatures",
                worker.isEmpty() ? tokens.ofUnit(assignment.path("unit").asText()) : tokens.ofWorker(worker),
                JSON.objectNode());
        assertThat(answer.status()).as("signature: %s", answer.body()).isEqualTo(201);
    }

    /** As intake shows it. */
    String state(UUID ticket) throws InterruptedException {
        return client.send(Call.get(Service.INTAKE, "/api/v1/tickets/" + ticket, tokens.ofProvince(Roles.AUDITOR)))
                .body()
                .path("state")
                .asText();
    }

    Optional<JsonNode> parked(Service service, UUID ticket) throws InterruptedException {
        JsonNode items = client.send(Call.get(service, "/api/v1/ops/parked", ops()))
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("ticket").asText().equals(ticket.toString()))
                .findAny();
    }

    Answer replay(Service service, UUID ticket) throws InterruptedException {
        return post(service, "/api/v1/ops/parked/" + ticket + "/replays", ops(), JSON.objectNode());
    }

    void skip(Service service, UUID ticket) throws InterruptedException {
        Answer answer = post(
                service,
                "/api/v1/ops/parked/" + ticket + "/skips",
                ops(),
                JSON.objectNode().put("reason", "无法读取的事件"));
        assertThat(answer.ok()).as("skip: %s", answer.body()).isTrue();
    }

    private String ops() {
        return tokens.ofProvince(Roles.OPS);
    }

    private Answer post(Service service, String path, String token, JsonNode body) throws InterruptedException {
        return client.send(Call.post(service, path, token, UUID.randomUUID().toString(), body));
    }
}
