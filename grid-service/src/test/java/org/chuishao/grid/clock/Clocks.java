package org.chuishao.grid.clock;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;

/** The clocks of a part in a grid, and what its worker and a supervisor do that moves them. */
final class Clocks {

    static final String GRID = "210102001003102";
    static final String TERRITORY = "U-TERR-210102001003";
    static final Bearer WORKER = worker("W-" + GRID + "-1");
    static final Bearer SUPERVISOR = supervisor("210102");

    private Clocks() {}

    static TicketOnLog dispatched(Severity severity) {
        return TicketOnLog.accepted("楼道灯不亮", GRID).dispatched(GRID, severity, TERRITORY);
    }

    /** The part of a ticket, signed, with its clocks started. */
    static String signed(TicketOnLog ticket) {
        String id = part(ticket);
        act(WORKER, id, "signatures", Map.of()).statusCode(201);
        return id;
    }

    static String part(TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(WORKER).get(path).path("items.size()"), is(1));
        await().until(() -> states(ticket).keySet(), hasItem("RESOLVE"));
        return as(WORKER).get(path).path("items[0].id");
    }

    static ValidatableResponse act(Bearer who, String id, String act, Map<String, ?> body) {
        return as(who).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/assignments/" + id + "/" + act)
                .then();
    }

    static void suspend(String id, Instant reviewAt) {
        act(SUPERVISOR, id, "suspensions", Map.of("cause", "WEATHER", "reviewAt", reviewAt.toString()))
                .statusCode(201);
    }

    static void resume(String id) {
        act(WORKER, id, "suspensions/end", Map.of("cause", "CAUSE_OVER")).statusCode(201);
    }

    static void ask(String id, Instant until) {
        act(WORKER, id, "extensions", Map.of("until", until.toString(), "reason", "等待材料"))
                .statusCode(201);
    }

    static void grant(String id, Instant until) {
        act(SUPERVISOR, id, "extensions/decision", Map.of("granted", true, "until", until.toString(), "reason", "可"))
                .statusCode(201);
    }

    static Map<String, String> states(TicketOnLog ticket) {
        List<Map<String, String>> items =
                as(SUPERVISOR).get("/api/v1/deadlines?ticket=" + ticket.id()).path("items");
        return items.stream().collect(Collectors.toMap(it -> it.get("act"), it -> it.get("state"), (a, b) -> b));
    }

    static Instant due(TicketOnLog ticket, String act) {
        String due = as(SUPERVISOR)
                .get("/api/v1/deadlines?ticket=" + ticket.id() + "&act=" + act)
                .path("items[0].dueAt");
        return OffsetDateTime.parse(due).toInstant();
    }

    /** As if its time had run out just now. */
    static void over(TicketOnLog ticket, String act) {
        update(
                "update deadline set due_at = app_now(), next_at = app_now() where ticket_id = ? and act = ?",
                ticket.id(),
                act);
    }
}
