package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.clock.Clocks.over;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What was done in a cellar in time and told late is missed; a supervisor may excuse it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ExcuseTest {

    private static final String GRID = "210102001003101";
    private static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final Bearer COUNTY = supervisor("210102");

    @Test
    void whatWasDoneInTimeIsExcusedOnceAndStaysMissed() {
        TicketOnLog ticket = missed();
        excuse(COUNTY, ticket, "地下室无信号").statusCode(409).body("detail", containsString("No phone"));
        sync(ticket, due(ticket).minusMinutes(1));
        excuse(supervisor("210103"), ticket, "地下室无信号").statusCode(404);
        excuse(WORKER, ticket, "地下室无信号").statusCode(403);
        excuse(COUNTY, ticket, " ").statusCode(400);
        await().untilAsserted(() -> excuse(COUNTY, ticket, "地下室无信号")
                .statusCode(201)
                .body("act", is("SIGN"))
                .body("capturedAt", notNullValue()));
        excuse(COUNTY, ticket, "又一次").statusCode(409).body("detail", containsString("already"));
        as(COUNTY)
                .get(list(ticket))
                .then()
                .body("items[0].state", is("MISSED"))
                .body("items[0].excusedAt", notNullValue());
        await().until(() -> ticket.events("deadline.excused").size() == 1);
        assertThat(TicketOnLog.open(ticket.events("deadline.excused").get(0), "words"))
                .isEqualTo("地下室无信号");
    }

    @Test
    void whatWasDoneTooLateIsNotExcused() {
        TicketOnLog ticket = missed();
        sync(ticket, due(ticket).plusMinutes(1));
        await().untilAsserted(() ->
                excuse(COUNTY, ticket, "路上").statusCode(409).body("detail", containsString("after the limit")));
        as(COUNTY).get(list(ticket)).then().body("items[0].excusedAt", nullValue());
    }

    @Test
    void aPhoneWhoseClockIsBehindExcusesNothing() {
        TicketOnLog ticket = missed();
        sync(ticket, OffsetDateTime.now().minusDays(9));
        await().until(
                        () -> text(
                                "select count(*)::text from captured_act c join assignment a on a.id = c.assignment"
                                        + " where a.ticket_id = ? and c.act = 'SIGN'",
                                ticket.id()),
                        is("1"));
        excuse(COUNTY, ticket, "手机时间不对").statusCode(409).body("detail", containsString("No phone"));
    }

    /** Signed too late, for its clock ran out first. */
    private static TicketOnLog missed() {
        TicketOnLog ticket =
                TicketOnLog.accepted("水管漏水", GRID).dispatched(GRID, Severity.ORDINARY, "U-TERR-210102001003");
        await().until(() -> as(COUNTY).get(list(ticket)).path("items.size()"), is(1));
        update("update deadline set started_at = started_at - interval '1 hour' where ticket_id = ?", ticket.id());
        over(ticket, "SIGN");
        await().until(() -> as(COUNTY).get(list(ticket)).path("items[0].state"), is("MISSED"));
        return ticket;
    }

    private static String list(TicketOnLog ticket) {
        return "/api/v1/deadlines?act=SIGN&ticket=" + ticket.id();
    }

    private static OffsetDateTime due(TicketOnLog ticket) {
        return OffsetDateTime.parse(as(COUNTY).get(list(ticket)).path("items[0].dueAt"));
    }

    private static void sync(TicketOnLog ticket, OffsetDateTime at) {
        String assignment =
                as(WORKER).get("/api/v1/assignments?ticket=" + ticket.id()).path("items[0].id");
        Map<String, Object> sign = Map.of(
                "clientId", UUID.randomUUID(), "capturedAt", at.toString(), "act", "SIGN", "assignment", assignment);
        as(WORKER)
                .body(Map.of("items", List.of(sign)))
                .post("/api/v1/sync")
                .then()
                .statusCode(200)
                .body("items[0].result", is("APPLIED"));
    }

    private static ValidatableResponse excuse(Bearer who, TicketOnLog ticket, String words) {
        String id = as(COUNTY).get(list(ticket)).path("items[0].id");
        return as(who).header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("words", words))
                .post("/api/v1/deadlines/" + id + "/excuse")
                .then();
    }
}
