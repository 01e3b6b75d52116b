package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.mesh.Slips.Slip;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.local.replay.message.Caller;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Name, phone, identity number and door of every caller stay sealed within intake, on the good way and on every other. */
@ExtendWith(SharedMesh.class)
@Timeout(900)
class NoCallerLeaksTest {

    private static final int CALLERS = Integer.getInteger("chuishao.mesh.callers", 50);
    /** One more, who is only spoken of in requests that are refused. */
    private static final Caller REFUSED = MarkedCallers.caller(CALLERS);

    private final Marks marks = new Marks(MarkedCallers.marks(CALLERS + 1));

    @Test
    void noMarkIsFoundAnywhere(TemporaryMesh mesh) throws IOException, SQLException, InterruptedException {
        Arrived arrived = Journey.of("marked", MarkedCallers.messages(CALLERS))
                .cast(new MarkedCallers())
                .through(mesh);
        arrived.assertWhole(CALLERS);
        assertRefused(mesh);

        assertThat(new Traces(mesh, marks).all()).isEmpty();
        assertKnownToIntake(mesh, arrived);
    }

    @Test
    void theSearchFindsAMarkInWhateverForm() throws IOException {
        Caller caller = MarkedCallers.caller(7);

        assertThat(marks.in("..." + caller.name() + caller.phone()))
                .containsExactlyInAnyOrder(caller.name(), caller.phone());
        assertThat(marks.in("\\\\x"
                        + java.util.HexFormat.of().formatHex(caller.address().getBytes(StandardCharsets.UTF_8))))
                .containsExactly(caller.address());
        assertThat(marks.in("\\u6b27\\u9633\\u68077\\u8bb0")).containsExactly(caller.name());
        byte[] far = (" ".repeat((1 << 20) - 3) + caller.id()).getBytes(StandardCharsets.UTF_8);
        assertThat(marks.in(new ByteArrayInputStream(far))).containsExactly(caller.id());
    }

    /** Each is turned down in words that repeat nothing of it. */
    private void assertRefused(TemporaryMesh mesh) throws IOException, InterruptedException {
        Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
        SoftAssertions softly = new SoftAssertions();
        for (Slip slip : Slips.of(REFUSED)) {
            HttpResponse<String> reply = send(mesh, slip, slip.role().isEmpty() ? "" : tokens.ofProvince(slip.role()));
            softly.assertThat(reply.statusCode())
                    .as(slip.what() + ": " + reply.body())
                    .isEqualTo(slip.status());
            softly.assertThat(marks.in(reply.body().replace("\"" + REFUSED.phone() + "\"", "")))
                    .as(slip.what())
                    .isEmpty();
        }
        softly.assertAll();
    }

    private static HttpResponse<String> send(TemporaryMesh mesh, Slip slip, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(mesh.addresses().of(Service.INTAKE) + slip.path()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(slip.method(), BodyPublishers.ofString(slip.body()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** Sealed is not lost: who has a reason sees the caller. */
    private static void assertKnownToIntake(TemporaryMesh mesh, Arrived arrived) throws InterruptedException {
        MeshClient client = new MeshClient(mesh.addresses(), Duration.ofSeconds(30));
        String agent = new Tokens(TokenMint.in(mesh.data().keys())).ofProvince(Roles.AGENT);
        UUID first = arrived.outcome().book().entries().get(0).fate().ticket();
        Answer answer = client.send(Call.post(
                Service.INTAKE,
                "/api/v1/tickets/" + first + "/reveals",
                agent,
                "reveal",
                JsonNodeFactory.instance.objectNode().put("reason", "回访前核对")));

        Caller caller = MarkedCallers.caller(0);
        assertThat(answer.body().path("name").asText()).isEqualTo(caller.name());
        assertThat(answer.body().path("phone").asText()).isEqualTo(caller.phone());
        assertThat(answer.body().path("id").asText()).isEqualTo(caller.id());
        assertThat(answer.body().path("address").asText()).isEqualTo(caller.address());
    }
}
