package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;

/**
 * A place with a ticket, its assignment, a whistle about it, a photo and a message, and the word that only its ticket has.
 *
 * @param name how it lies to the one who asks, for people
 * @param photo that was announced for the assignment
 * @param message somebody was told of it
 */
record Spot(
        String name,
        String region,
        String mark,
        UUID ticket,
        String number,
        String assignment,
        String whistle,
        String photo,
        String message) {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String CALLED = "U-HEATING-210102";

    static Spot at(TemporaryMesh mesh, String name, String region, String mark) throws InterruptedException {
        Walk walk = new Walk(mesh, complaint(region, mark))
                .intake(Roles.AGENT, "acceptances", Map.of())
                .stands("PENDING_DISPATCH")
                .dispatched("U-TERR-" + unit(region))
                .stands("PENDING_SIGN");
        MeshClient client = new MeshClient(mesh.addresses(), SOON);
        Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
        String supervisor = tokens.ofProvince(Roles.SUPERVISOR);
        String number = client.send(Call.get(Service.INTAKE, "/api/v1/tickets/" + walk.id(), supervisor))
                .body()
                .path("number")
                .asText();
        String assignment = firstOf(client, "/api/v1/assignments?ticket=" + walk.id(), supervisor);
        CalledIn whistle = new CalledIn(
                mesh,
                walk.id(),
                CalledIn.desk(unit(region)),
                CalledIn.blow(
                        walk.id(),
                        region.length() > 9 ? "COORDINATION" : "ENFORCEMENT",
                        List.of(CALLED.replace("210102", region.substring(0, 6)))));
        return new Spot(
                name,
                region,
                mark,
                walk.id(),
                number,
                assignment,
                whistle.id(),
                announced(client, tokens.ofUnit("U-TERR-" + unit(region)), assignment),
                firstOf(client, "/api/v1/notifications?ticket=" + walk.id(), supervisor));
    }

    private static String firstOf(MeshClient client, String list, String token) {
        return await().atMost(SOON)
                .until(
                        () -> client.send(Call.get(Service.GRID, list, token))
                                .body()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private static String announced(MeshClient client, String unit, String assignment) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Answer answer = client.send(Call.post(
                Service.GRID,
                "/api/v1/evidence",
                unit,
                id,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("assignment", assignment)
                        .put("sha256", "0".repeat(64))
                        .put("size", 1_000)
                        .put("type", "image/jpeg")));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return id;
    }

    private static Map<String, Object> complaint(String region, String mark) {
        return Map.of(
                "channel",
                "WEB",
                "kind",
                "REPORT",
                "title",
                "楼道堆物" + mark,
                "content",
                "楼道里堆满杂物" + mark,
                "caller",
                Map.of("name", "张三", "phone", "13812341234"),
                "place",
                Map.of("text", mark, "region", region));
    }

    private static String unit(String region) {
        return region.length() > 12 ? region.substring(0, 12) : region;
    }

    /** Each of them is of this place and of nothing else. */
    List<String> words() {
        return List.of(mark, ticket.toString(), number, assignment, whistle, photo, message);
    }

    /** What a body tells of it, apart from what the question named itself. */
    List<String> toldIn(String body, String asked) {
        List<String> told = new ArrayList<>();
        for (String one : words()) {
            if (body.contains(one) && !asked.contains(one)) {
                told.add(one);
            }
        }
        return told;
    }

    /** The path with this place's own ids in it; nothing where it takes an id of public reference data. */
    Optional<String> in(String path) {
        if (!path.contains("{")) {
            return Optional.empty();
        }
        String filled = path.replace("/tickets/{id}", "/tickets/" + ticket)
                .replace("{ticket}", ticket.toString())
                .replace("/assignments/{id}", "/assignments/" + assignment)
                .replace("{assignment}", assignment)
                .replace("/whistles/{id}", "/whistles/" + whistle)
                .replace("/evidence/{id}", "/evidence/" + photo)
                .replace("/notifications/{id}", "/notifications/" + message)
                .replace("{department}", CALLED)
                .replace("/grids/{code}", "/grids/" + region)
                .replace("/workers/{id}", "/workers/W-" + region + "-1")
                .replace("/regions/{code}/board", "/regions/" + region + "/board");
        return filled.contains("{") ? Optional.empty() : Optional.of(filled);
    }
}
