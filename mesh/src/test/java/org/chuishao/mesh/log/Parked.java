package org.chuishao.mesh.log;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** What operators see and do about parked tickets. */
final class Parked {

    private Parked() {}

    static long waiting(UUID ticket) {
        return LogFixture.count("select count(*) from parked_event where ticket_id = ?", ticket);
    }

    static Map<String, Object> listed(UUID ticket) {
        List<Map<String, Object>> items = given().auth()
                .oauth2(ops())
                .get("/api/v1/ops/parked?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return items.stream()
                .filter(i -> i.get("ticket").equals(ticket.toString()))
                .findFirst()
                .orElseThrow();
    }

    static ValidatableResponse replay(UUID ticket) {
        return given().auth()
                .oauth2(ops())
                .post("/api/v1/ops/parked/{t}/replays", ticket)
                .then();
    }

    static ValidatableResponse skip(UUID ticket, String reason) {
        return given().auth()
                .oauth2(ops())
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/api/v1/ops/parked/{t}/skips", ticket)
                .then();
    }

    private static String ops() {
        return Mesh.shared().mint().token(Bearer.of("ops"));
    }
}
