package org.chuishao.grid.member;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;

/** Two grids of a community, who works there, and what is done about it. Each test has a community of 盘锦 to itself. */
record Moving(String community) {

    static final Bearer SUPERVISOR = supervisor("2111");

    static Moving in(int index) {
        String community = as(Bearer.of("ops").regions("21"))
                .get("/api/v1/regions?level=5&within=2111")
                .path("items[" + index + "].code");
        return new Moving(community);
    }

    String grid(int number) {
        return community + "10" + number;
    }

    String office() {
        return "U-TERR-" + community;
    }

    /** The worker that the grid has from the beginning. */
    String id(int number) {
        return "W-" + grid(number) + "-1";
    }

    Bearer of(int number) {
        return worker(id(number));
    }

    TicketOnLog dispatched(int number, String title) {
        return TicketOnLog.accepted(title, grid(number)).dispatched(grid(number), Severity.ORDINARY, office());
    }

    static String assignment(Bearer holder, TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(holder).get(path).path("items.size()"), is(1));
        return as(holder).get(path).path("items[0].id");
    }

    ValidatableResponse begin(Bearer by, int number, String worker, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("worker", worker, "role", "FULL_TIME_WORKER"));
        body.putAll(more);
        return post(by, "/api/v1/grids/" + grid(number) + "/members", body);
    }

    ValidatableResponse end(Bearer by, int number, String worker) {
        return post(by, "/api/v1/grids/" + grid(number) + "/members/" + worker + "/endings", Map.of());
    }

    ValidatableResponse move(Bearer by, String worker, int from, int to) {
        return move(by, worker, grid(from), grid(to));
    }

    static ValidatableResponse move(Bearer by, String worker, String from, String to) {
        return post(by, "/api/v1/workers/" + worker + "/moves", Map.of("from", from, "to", to));
    }

    static ValidatableResponse post(Bearer by, String path, Object body) {
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    static List<String> inbox(Bearer who) {
        return as(who).get("/api/v1/inbox?limit=500").path("items.id");
    }
}
