package org.chuishao.grid.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.whistle.Blowing.COMMUNITY;
import static org.chuishao.grid.whistle.Blowing.COMMUNITY_DESK;
import static org.chuishao.grid.whistle.Blowing.GAS;
import static org.chuishao.grid.whistle.Blowing.HEATING;
import static org.chuishao.grid.whistle.Blowing.POLICE;
import static org.chuishao.grid.whistle.Blowing.SITE;
import static org.chuishao.grid.whistle.Blowing.TOWN_DESK;
import static org.chuishao.grid.whistle.Blowing.TOWN_LEADER;
import static org.chuishao.grid.whistle.Blowing.WORKER;
import static org.chuishao.grid.whistle.Blowing.arrive;
import static org.chuishao.grid.whistle.Blowing.blow;
import static org.chuishao.grid.whistle.Blowing.blown;
import static org.chuishao.grid.whistle.Blowing.clocks;
import static org.chuishao.grid.whistle.Blowing.dispatched;
import static org.chuishao.grid.whistle.Blowing.get;
import static org.chuishao.grid.whistle.Blowing.sign;
import static org.chuishao.grid.whistle.Blowing.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A story of each kind of whistle, from the one who blows it to the one who closes it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WhistleKindsTest {

    @Test
    void anEmergencyIsRaisedByTheGridConfirmedByTheDeskAndClosedWhenTheSceneIsSafe() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        String id = blow(WORKER, ticket, "EMERGENCY", Map.of(), GAS, HEATING)
                .statusCode(201)
                .body("phase", is("PENDING_CONFIRMATION"))
                .extract()
                .path("id");
        get(unit(GAS), id).statusCode(404);
        step(WORKER, id, "confirmations", Map.of("confirmed", true)).statusCode(403);
        step(COMMUNITY_DESK, id, "confirmations", Map.of("confirmed", true))
                .statusCode(201)
                .body("phase", is("SOUNDED"));
        assertThat(clocks(ticket, GAS)).isEqualTo("SIGN RUNNING, ARRIVE RUNNING");

        sign(id, GAS);
        step(unit(GAS), id, "signatures", Map.of())
                .statusCode(409)
                .body("state", is("SIGNED"))
                .body("allowed", hasItem("arrivals"));
        step(
                        unit(GAS),
                        id,
                        "arrivals",
                        Map.of("position", Map.of("longitude", 123.5, "latitude", 41.79, "crs", "WGS84")))
                .statusCode(422)
                .body("errors.field", hasItem("position"));
        step(WORKER, id, "closure", Map.of("outcome", "关阀", "sceneSafe", true))
                .statusCode(409)
                .body("detail", containsString("0 of the 2"));
        arrive(id, GAS);
        String code = get(WORKER, id).extract().path("code");
        get(unit(HEATING), id).body("code", nullValue()).body("matter", is("多部门现场处置，联系***"));
        step(unit(HEATING), id, "arrivals", Map.of("code", "WRONG")).statusCode(422);
        step(unit(HEATING), id, "arrivals", Map.of("code", code, "who", "值班长")).statusCode(201);
        assertThat(clocks(ticket, HEATING)).isEqualTo("SIGN STOPPED, ARRIVE STOPPED");

        step(COMMUNITY_DESK, id, "closure", Map.of("outcome", "关阀", "sceneSafe", true))
                .statusCode(403);
        step(WORKER, id, "closure", Map.of("outcome", "关阀")).statusCode(400).body("errors.field", hasItem("sceneSafe"));
        step(WORKER, id, "closure", Map.of("outcome", "已关阀通风", "sceneSafe", true))
                .statusCode(201)
                .body("phase", is("CLOSED"));
        step(WORKER, id, "reports", Map.of("text", "现场处置情况的书面报告")).statusCode(201);
        step(WORKER, id, "reports", Map.of("text", "又一份")).statusCode(409);
        assertThat(clocks(ticket, "U-TERR-" + COMMUNITY)).isEqualTo("CONFIRM STOPPED, REPORT STOPPED");

        Map<String, ?> marks = Map.of("of", GAS, "response", 5, "attitude", 4, "solution", 5);
        step(WORKER, id, "ratings", marks).statusCode(201);
        step(WORKER, id, "ratings", marks).statusCode(409);
        step(unit(GAS), id, "ratings", Map.of("response", 5, "attitude", 5, "solution", 5))
                .statusCode(201);
        step(unit(GAS), id, "ratings", Map.of("response", 6, "attitude", 5, "solution", 5))
                .statusCode(400)
                .body("errors.field", hasItem("response"));
        get(WORKER, id).body("ratings", hasSize(2)).body("notes.report", hasItem(true));

        await().until(() -> ticket.events("whistle.rated"), hasSize(2));
        LogProbe.Found event = ticket.events("whistle.blown").get(0);
        assertThat(event.value()).contains(GAS, HEATING).doesNotContain("多部门");
        assertThat(TicketOnLog.open(event, "matter")).startsWith("多部门现场处置");
        assertThat(ticket.events("whistle.department-arrived"))
                .extracting(LogProbe.Found::value)
                .anyMatch(it -> it.contains("POSITION:0m"))
                .anyMatch(it -> it.contains("CODE"));
    }

    @Test
    void dangerToLifeSoundsAtOnceAndIsConfirmedAfter() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        String id = blow(WORKER, ticket, "EMERGENCY", Map.of("danger", true), GAS)
                .statusCode(201)
                .body("phase", is("SOUNDED"))
                .body("confirmed", nullValue())
                .extract()
                .path("id");
        assertThat(clocks(ticket, "U-TERR-" + COMMUNITY)).isEqualTo("CONFIRM RUNNING");
        sign(id, GAS);
        step(TOWN_DESK, id, "confirmations", Map.of("confirmed", true))
                .statusCode(201)
                .body("confirmed", is(true));
        step(TOWN_DESK, id, "confirmations", Map.of("confirmed", true)).statusCode(409);
        assertThat(clocks(ticket, "U-TERR-" + COMMUNITY)).isEqualTo("CONFIRM STOPPED");
    }

    @Test
    void aFalseAlarmIsRefusedAndCallsNobodyAnyMore() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        String id = blow(WORKER, ticket, "EMERGENCY", Map.of("danger", true), GAS)
                .extract()
                .path("id");
        step(COMMUNITY_DESK, id, "confirmations", Map.of("confirmed", false))
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        step(COMMUNITY_DESK, id, "confirmations", Map.of("confirmed", false, "reason", "误报"))
                .statusCode(201)
                .body("phase", is("REFUSED"));
        assertThat(clocks(ticket, GAS)).isEqualTo("SIGN STOPPED, ARRIVE STOPPED");
        step(unit(GAS), id, "signatures", Map.of()).statusCode(409).body("state", is("REFUSED"));
    }

    @Test
    void anEnforcementIsTheTownsAndClosesWithALegalOutcome() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        blow(WORKER, ticket, "ENFORCEMENT", Map.of(), POLICE)
                .statusCode(403)
                .body("detail", containsString("TOWN_DESK"));
        String id = blown(TOWN_DESK, ticket, "ENFORCEMENT", POLICE);
        sign(id, POLICE);
        step(COMMUNITY_DESK, id, "arrivals", Map.of("department", POLICE)).statusCode(403);
        step(TOWN_DESK, id, "arrivals", Map.of("department", POLICE)).statusCode(201);
        step(TOWN_DESK, id, "closure", Map.of("outcome", "已处罚"))
                .statusCode(400)
                .body("errors.field", hasItem("legalOutcome"));
        step(TOWN_DESK, id, "closure", Map.of("outcome", "已处罚", "legalOutcome", "DOC-2026-118"))
                .statusCode(201);
        get(TOWN_DESK, id).body("calls[0].proof", is("TOWN")).body("legalOutcome", is("DOC-2026-118"));
    }

    @Test
    void aCoordinationIsApprovedByTheTownAndClosesWhenAllSharesAreDone() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = blow(COMMUNITY_DESK, ticket, "COORDINATION", Map.of(), HEATING)
                .statusCode(201)
                .body("phase", is("PENDING_CONFIRMATION"))
                .extract()
                .path("id");
        step(TOWN_DESK, id, "confirmations", Map.of("confirmed", true)).statusCode(201);
        String company = "U-HEATING-CO-210102";
        step(unit(HEATING), id, "signatures", Map.of("substitute", GAS))
                .statusCode(400)
                .body("errors.field", hasItem("substitute"));
        get(unit(company), id).statusCode(404);
        step(unit(HEATING), id, "signatures", Map.of("substitute", company)).statusCode(201);
        step(unit(company), id, "notes", Map.of("text", "明日上午到场")).statusCode(201);
        assertThat(clocks(ticket, HEATING)).isEqualTo("SIGN STOPPED, CONTACT STOPPED, ARRIVE RUNNING");
        arrive(id, company);
        Map<String, ?> share = Map.of("department", HEATING, "share", "更换管网", "until", "2199-01-01T00:00:00Z");
        step(TOWN_DESK, id, "shares", share).statusCode(403);
        step(COMMUNITY_DESK, id, "shares", share).statusCode(201);
        step(COMMUNITY_DESK, id, "closure", Map.of("outcome", "办结"))
                .statusCode(409)
                .body("detail", containsString("shares"));
        step(unit(company), id, "results", Map.of("text", "已更换")).statusCode(201);
        step(COMMUNITY_DESK, id, "closure", Map.of("outcome", "办结")).statusCode(201);
        get(COMMUNITY_DESK, id).body("calls[0].share", is("更换管网")).body("calls[0].shareResult", is("已更换"));
        await().until(() -> ticket.events("whistle.share-done"), hasSize(1));
        assertThat(ticket.events("whistle.department-arrived").get(0).value()).contains("\"by\":\"" + company);
    }

    @Test
    void aHardProblemIsTheLeadersWantsALeaderThereAndClosesWithAPlan() {
        TicketOnLog ticket = dispatched(Severity.COMPLEX);
        blow(TOWN_DESK, ticket, "HARD_PROBLEM", Map.of(), HEATING).statusCode(403);
        String id = blown(TOWN_LEADER, ticket, "HARD_PROBLEM", HEATING);
        step(unit(HEATING), id, "arrivals", Map.of("position", SITE))
                .statusCode(400)
                .body("errors.field", hasItem("leader"));
        step(unit(HEATING), id, "arrivals", Map.of("position", SITE, "leader", true))
                .statusCode(201);
        step(TOWN_LEADER, id, "closure", Map.of("outcome", "立项")).statusCode(400);
        List<?> plan = List.of(Map.of("what", "完成改造", "until", "2027-06-30T00:00:00+08:00"));
        step(TOWN_LEADER, id, "closure", Map.of("outcome", "立项", "milestones", plan))
                .statusCode(201);
        get(TOWN_LEADER, id).body("milestones", containsString("完成改造"));
    }

    @Test
    void anIndustryWhistleKeepsTheLinesOwnArrivalLimit() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        String id = blown(WORKER, ticket, "INDUSTRY", GAS, POLICE);
        String rule = "select rule from deadline where ticket_id = ? and unit = ? and act = 'WHISTLE_ARRIVE'";
        assertThat(text(rule, ticket.id(), GAS)).startsWith("arrive-gas");
        assertThat(text(rule, ticket.id(), POLICE)).startsWith("whistle-arrive-industry");
        as(WORKER).get("/api/v1/units/" + GAS).then().body("whistlesOut", is(out(GAS)));
        sign(id, GAS);
        arrive(id, GAS);
        arrive(id, POLICE);
        step(WORKER, id, "closure", Map.of("outcome", "已修复")).statusCode(201);
        as(WORKER).get("/api/v1/units/" + GAS).then().body("whistlesOut", is(out(GAS)));
        assertThat(text("select count(*) from whistle_call where whistle_id = ?::uuid and is_open", id))
                .isEqualTo("0");
    }

    private static int out(String unit) {
        return Integer.parseInt(text("select count(*) from whistle_call where department = ? and is_open", unit));
    }
}
