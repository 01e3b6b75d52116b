package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.KEY;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.assignment;
import static org.chuishao.grid.assignment.Hands.dispatched;
import static org.chuishao.grid.assignment.Hands.path;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AssignmentsTest {

    @Test
    void aWorkerSignsContactsAndResolves() {
        TicketOnLog ticket = dispatched("楼道堆放杂物");
        String id = assignment(ticket, WORKER);

        act(id, "signatures", Map.of())
                .statusCode(201)
                .body("phase", is("IN_PROGRESS"))
                .body("signedAt", notNullValue());
        act(id, "contacts", Map.of("reached", true, "note", "已电话联系"))
                .statusCode(201)
                .body("contacted", is(true));
        act(id, "arrivals", Map.of("proof", "photo-0")).statusCode(201);
        act(id, "reports", Map.of("note", "正在清理", "evidence", List.of("photo-1")))
                .statusCode(201);
        act(id, "resolutions", Map.of("solved", true, "result", "已清理完毕", "evidence", List.of("photo-2")))
                .statusCode(201)
                .body("phase", is("RESOLVED"))
                .body("ticketState", is("PENDING_REVIEW"));

        await().until(() -> ticket.events("assignment.resolved"), hasSize(1));
        LogProbe.Found resolved = ticket.events("assignment.resolved").get(0);
        assertThat(resolved.headers())
                .containsEntry("ce_assignment", id)
                .containsEntry("ce_round", "1")
                .containsEntry("ce_actorrole", "grid-worker");
        // after four armed clocks as well, and after the worker was told unless he was quicker
        assertThat(resolved.headers().get("ce_basedon")).isIn("9", "10");
        assertThat(resolved.value()).doesNotContain("已清理完毕");
        assertThat(TicketOnLog.open(resolved, "result")).isEqualTo("已清理完毕");
        assertThat(TicketOnLog.open(ticket.events("assignment.contacted").get(0), "note"))
                .isEqualTo("已电话联系");
        as(WORKER).get("/api/v1/inbox").then().body("items.id", not(hasItem(id)));
        as(WORKER)
                .get("/api/v1/assignments/" + id)
                .then()
                .body("matter.content", containsString("请尽快处理"))
                .body("resolvedAt", notNullValue());
    }

    @Test
    void theCreationIsOnTheLogWithItsReason() {
        TicketOnLog ticket = dispatched("噪音扰民");
        String id = assignment(ticket, WORKER);
        await().until(() -> ticket.events("assignment.created"), hasSize(1));
        LogProbe.Found created = ticket.events("assignment.created").get(0);
        assertThat(created.headers()).containsEntry("ce_assignment", id).containsEntry("ce_basedon", "3");
        assertThat(created.value())
                .contains(
                        "\"worker\":\"W-" + GRID + "-1\"",
                        "\"role\":\"FULL_TIME_WORKER\"",
                        "\"grid\":\"" + GRID + "\"");
    }

    @Test
    void anAssistingUnitHasItsOwnAssignmentAndDoesNotMoveTheTicket() {
        String company = "U-PROPERTY-CO-210102";
        TicketOnLog ticket = TicketOnLog.accepted("电梯故障", GRID).dispatched(GRID, Severity.URGENT, TERRITORY, company);
        String id = assignment(ticket, unit(company));
        as(unit(company)).get("/api/v1/assignments/" + id).then().body("lead", is(false));
        as(unit(company))
                .post("/api/v1/assignments/" + id + "/signatures")
                .then()
                .statusCode(201)
                .body("phase", is("IN_PROGRESS"))
                .body("ticketState", is("PENDING_SIGN"));
    }

    @Test
    void aSecondSignatureIsAConflictUnlessItIsTheSameRequest() {
        String id = assignment(dispatched("路面破损"), WORKER);
        String first = as(WORKER)
                .header(KEY, "k1")
                .post(path(id, "signatures"))
                .then()
                .statusCode(201)
                .extract()
                .asString();
        as(WORKER)
                .header(KEY, "k1")
                .post(path(id, "signatures"))
                .then()
                .statusCode(201)
                .body(is(first));
        as(WORKER)
                .header(KEY, "k2")
                .post(path(id, "signatures"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("state", is("IN_PROGRESS"))
                .body("allowed", hasItem("assignment.resolved"));
        as(WORKER).post(path(id, "signatures")).then().statusCode(409);
    }

    @Test
    void aKeyBelongsToOneBody() {
        String id = assignment(dispatched("占道经营"), WORKER);
        act(id, "signatures", Map.of()).statusCode(201);
        as(WORKER)
                .header(KEY, "c1")
                .body(Map.of("reached", false))
                .post(path(id, "contacts"))
                .then()
                .statusCode(201);
        as(WORKER)
                .header(KEY, "c1")
                .body(Map.of("reached", false))
                .post(path(id, "contacts"))
                .then()
                .statusCode(201);
        as(WORKER)
                .header(KEY, "c1")
                .body(Map.of("reached", true))
                .post(path(id, "contacts"))
                .then()
                .statusCode(422);
        as(WORKER)
                .body(Map.of("reached", true))
                .post(path(id, "contacts"))
                .then()
                .statusCode(400);
    }

    @Test
    void badInputNamesTheFieldAndChangesNothing() {
        String id = assignment(dispatched("垃圾未清运"), WORKER);
        act(id, "signatures", Map.of()).statusCode(201);
        act(id, "contacts", Map.of()).statusCode(400).body("errors.field", hasItem("reached"));
        act(id, "resolutions", Map.of("solved", true)).statusCode(400).body("errors.field", hasItem("result"));
        act(id, "resolutions", Map.of("solved", true, "result", "好".repeat(10_001)))
                .statusCode(400);
        act(id, "resolutions", Map.of("solved", true, "result", "好", "evidence", List.of("老王 的 照片")))
                .statusCode(400);
        act(id, "reports", Map.of("note", "好", "more", 1)).statusCode(400);
        act("nonsense", "signatures", Map.of()).statusCode(404);
        as(WORKER).get("/api/v1/assignments/" + id).then().body("phase", is("IN_PROGRESS"));
    }

    @Test
    void aNumberThatPointsToAPersonIsNoReference() {
        TicketOnLog ticket = dispatched("井盖松动");
        String id = assignment(ticket, WORKER);
        act(id, "signatures", Map.of()).statusCode(201);

        act(id, "arrivals", Map.of("proof", "tel:13900001234")).statusCode(400).body("errors.field", hasItem("proof"));
        act(id, "reports", Map.of("note", "好", "evidence", List.of("photo-1", "210102199001011234")))
                .statusCode(400)
                .body("errors.field", hasItem("evidence[1]"));
        act(id, "resolutions", Map.of("solved", true, "result", "好", "evidence", List.of("13900001234")))
                .statusCode(400)
                .body("errors.field", hasItem("evidence[0]"));

        as(WORKER).get("/api/v1/assignments/" + id).then().body("phase", is("IN_PROGRESS"));
        act(id, "arrivals", Map.of("proof", "photo-139")).statusCode(201);
        await().until(() -> ticket.events("assignment.arrived"), hasSize(1));
    }
}
