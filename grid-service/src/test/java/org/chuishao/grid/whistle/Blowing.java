package org.chuishao.grid.whistle;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;

/** Who whistles and who is called in these tests, and what they do. */
final class Blowing {

    static final String GRID = "210102001003103";
    static final String COMMUNITY = "210102001003";
    static final Bearer WORKER = worker("W-" + GRID + "-1");
    static final Bearer COMMUNITY_DESK = desk(COMMUNITY);
    static final Bearer TOWN_DESK = desk("210102001");
    static final Bearer TOWN_LEADER = supervisor("210102001");
    static final Bearer ADJUDICATOR =
            Bearer.of("adjudicator").subject("adjudicator-210102").regions("210102");
    static final Map<String, ?> SITE = Map.of("longitude", 123.41, "latitude", 41.79, "crs", "WGS84");
    static final String GAS = "U-GAS-CO-210102";
    static final String HEATING = "U-HEATING-210102";
    static final String POLICE = "U-PUBLIC_SECURITY-210102";

    private Blowing() {}

    static TicketOnLog dispatched(Severity severity) {
        TicketOnLog ticket = TicketOnLog.accepted("管道漏气", GRID).dispatched(GRID, severity, "U-TERR-" + COMMUNITY);
        await().until(
                        () -> as(WORKER)
                                .get("/api/v1/assignments?ticket=" + ticket.id())
                                .path("items.size()"),
                        is(1));
        return ticket;
    }

    static ValidatableResponse blow(
            Bearer by, TicketOnLog ticket, String kind, Map<String, ?> more, String... departments) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("ticket", ticket.id());
        body.put("kind", kind);
        body.put("matter", "多部门现场处置，联系13900001234");
        body.put("departments", List.of(departments));
        body.put("site", SITE);
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/whistles")
                .then();
    }

    static String blown(Bearer by, TicketOnLog ticket, String kind, String... departments) {
        return blow(by, ticket, kind, Map.of(), departments)
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse step(Bearer by, String whistle, String step, Map<String, ?> body) {
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/whistles/" + whistle + "/" + step)
                .then();
    }

    static ValidatableResponse get(Bearer by, String whistle) {
        return as(by).get("/api/v1/whistles/" + whistle).then();
    }

    static void sign(String whistle, String department) {
        step(unit(department), whistle, "signatures", Map.of()).statusCode(201);
    }

    static void arrive(String whistle, String department) {
        step(unit(department), whistle, "arrivals", Map.of("position", SITE)).statusCode(201);
    }

    /** As if its time had run out just now. */
    static void over(TicketOnLog ticket, String act, String department) {
        String where = " where ticket_id = ? and act = ? and unit = ? and state in ('RUNNING', 'APPROACHING')";
        await().until(() -> text("select count(*) from deadline" + where, ticket.id(), act, department), is("1"));
        update("update deadline set due_at = app_now(), next_at = app_now()" + where, ticket.id(), act, department);
    }

    /** The states of a department's clocks, as {@code ACT STATE}, in the order that they began. */
    static String clocks(TicketOnLog ticket, String department) {
        return text(
                "select coalesce(string_agg(replace(act, 'WHISTLE_', '') || ' ' || state, ', ' order by id), '')"
                        + " from deadline where ticket_id = ? and unit = ? and act like 'WHISTLE_%'",
                ticket.id(), department);
    }
}
