package org.chuishao.grid.mediation;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;

/** Two neighbours, who mediates between them, and what he does in these tests. */
final class Mediating {

    static final String PATH = "/api/v1/mediations";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String COMMUNITY = "210102002003";
    static final String GRID = COMMUNITY + "101";
    static final String TERRITORY = "U-TERR-" + COMMUNITY;
    static final String CHIEF = "W-" + COMMUNITY + "-CHIEF";
    static final Bearer WORKER = worker("W-" + GRID + "-1");
    static final Bearer MEDIATOR = worker(CHIEF);
    static final Bearer UNIT = unit(TERRITORY);
    static final Bearer DESK = desk(COMMUNITY);

    private Mediating() {}

    static TicketOnLog dispatched() {
        return TicketOnLog.accepted("邻里漏水纠纷", GRID).dispatched(GRID, Severity.ORDINARY, TERRITORY);
    }

    static String assignment(TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().atMost(PATIENCE).until(() -> as(WORKER).get(path).path("items.size()"), is(1));
        return as(WORKER).get(path).path("items[0].id");
    }

    static String signed(TicketOnLog ticket) {
        String id = assignment(ticket);
        act(id, "signatures", Map.of()).statusCode(201);
        return id;
    }

    static ValidatableResponse act(String assignment, String act, Map<String, ?> body) {
        return post(WORKER, "/api/v1/assignments/" + assignment + "/" + act, body);
    }

    static Map<String, Object> opening(String assignment) {
        return opening(assignment, CHIEF);
    }

    static Map<String, Object> opening(String assignment, String mediator) {
        return new HashMap<>(Map.of(
                "assignment",
                assignment,
                "mediator",
                mediator,
                "subject",
                "楼上漏水，互不相让",
                "parties",
                List.of(
                        Map.of("name", "王建国", "contact", "13900001234"),
                        Map.of("name", "李秀兰", "contact", "13900005678"))));
    }

    static String opened(String assignment) {
        return post(WORKER, PATH, opening(assignment))
                .statusCode(201)
                .body("phase", is("MEDIATING"))
                .extract()
                .path("id");
    }

    static ValidatableResponse step(Bearer by, String mediation, String step, Map<String, ?> body) {
        return post(by, PATH + "/" + mediation + "/" + step, body);
    }

    static Map<String, Object> session() {
        return new HashMap<>(Map.of(
                "heldAt",
                OffsetDateTime.now(ZoneOffset.UTC).minusDays(1).toString(),
                "place",
                "社区调解室",
                "present",
                List.of("王建国", "李秀兰"),
                "said",
                "王建国认为是老管道的问题，电话13900001234"));
    }

    static Map<String, Object> agreement() {
        return new HashMap<>(Map.of(
                "outcome",
                "AGREED",
                "terms",
                "李秀兰修复管道，王建国承担一半费用",
                "obligations",
                List.of(Map.of("who", "李秀兰", "what", "修复管道", "by", "2099-12-31"))));
    }

    /** A mediation whose parties have met and agreed. */
    static String agreed(String assignment) {
        String id = opened(assignment);
        step(MEDIATOR, id, "sessions", session()).statusCode(201);
        step(MEDIATOR, id, "outcome", agreement()).statusCode(201).body("phase", is("AGREED"));
        return id;
    }

    static String folded(TicketOnLog ticket, String field) {
        return text("select state ->> '" + field + "' from ticket_fold where ticket_id = ?", ticket.id());
    }

    static ValidatableResponse post(Bearer by, String path, Map<String, ?> body) {
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }
}
