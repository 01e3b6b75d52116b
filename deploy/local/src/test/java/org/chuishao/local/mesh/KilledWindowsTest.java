package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.chuishao.local.PidFile;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that fill while the process that counts them is killed: what was counted stays, and is warned of once. */
@ExtendWith(SharedMesh.class)
@Timeout(300)
class KilledWindowsTest {

    private static final Duration SOON = Duration.ofSeconds(150);
    private static final Casting CASTING = new Casting(11, Communities.ofLiaoning());

    /** Everyone of a neighbourhood complains of the same matter. */
    private static final String MATTER = "我家暖气不热，室温只有十二度";

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void whenTheProcessIsKilledAfterSomeOfFiveNeighbours(int before, TemporaryMesh mesh) throws InterruptedException {
        MeshClient client = new MeshClient(mesh.addresses(), SOON);
        Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
        String street = UUID.randomUUID().toString();
        for (int neighbour = 1; neighbour <= before; neighbour++) {
            complain(client, tokens, street, neighbour);
        }
        String counted = "/api/v1/figures?level=community&region=" + community(street);
        await().atMost(SOON)
                .until(() -> client.send(Call.get(Service.ANALYTICS, counted, tokens.ofProvince(Roles.ANALYST)))
                                .body()
                                .path("total")
                                .asInt()
                        >= before);
        PidFile.of(mesh.data(), "analytics").living().orElseThrow().destroyForcibly();
        for (int neighbour = before + 1; neighbour <= 5; neighbour++) {
            complain(client, tokens, street, neighbour);
        }

        String path = "/api/v1/warnings?rule=CLUSTER&region=" + community(street);
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() ->
                        warnings(client, tokens, path).path(0).path("people").asInt() == 5);
        assertThat(warnings(client, tokens, path)).hasSize(1);
    }

    private static JsonNode warnings(MeshClient client, Tokens tokens, String path) throws InterruptedException {
        return client.send(Call.get(Service.ANALYTICS, path, tokens.ofProvince(Roles.ANALYST)))
                .body()
                .path("items");
    }

    private static void complain(MeshClient client, Tokens tokens, String street, int neighbour)
            throws InterruptedException {
        Message said = new Message(street + neighbour, street + neighbour, "暖气不热", "", MATTER);
        Answer answer = client.send(Call.post(
                Service.INTAKE,
                "/api/v1/tickets",
                tokens.ofProvince(Roles.CALL_CENTRE),
                UUID.randomUUID().toString(),
                TicketBody.of(said, CASTING.caller(said), CASTING.community(home(street)), said.id())));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private static String community(String street) {
        return CASTING.community(home(street)).code();
    }

    private static Message home(String street) {
        return new Message(street, street, "", "", "");
    }
}
