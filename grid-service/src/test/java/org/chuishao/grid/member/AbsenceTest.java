package org.chuishao.grid.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever is away is passed by, and a desk has its hours. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AbsenceTest {

    private static final String COMMUNITY = "210102001012";
    private static final String UNIT = "U-TERR-" + COMMUNITY;
    private static final Bearer SUPERVISOR = supervisor("210102");
    private static final String AWAY = "W-" + COMMUNITY + "101-1";
    private static final String STAND_IN = "W-" + COMMUNITY + "102-1";
    private static final String ALONE = "W-" + COMMUNITY + "103-1";

    @Test
    void anAssignmentOfWhoIsAwayGoesToHisStandInAndSaysWhy() {
        away(SUPERVISOR, AWAY, -1, 24, STAND_IN).statusCode(201).body("standIn", is(STAND_IN));
        TicketOnLog ticket = dispatched("101");
        assignment(worker(STAND_IN), ticket)
                .body("items[0].worker", is(STAND_IN))
                .body("items[0].reason", is("the holder is absent, " + STAND_IN + " stands in"));
        as(worker(STAND_IN))
                .get("/api/v1/notifications?ticket=" + ticket.id())
                .then()
                .body("items.worker", hasItem(STAND_IN));
        as(SUPERVISOR)
                .get("/api/v1/workers/" + AWAY + "/absences")
                .then()
                .body("items.standIn", is(java.util.List.of(STAND_IN)));
    }

    @Test
    void withoutAStandInTheChiefOrTheDeskHasItAndLaterHeHimselfAgain() {
        away(SUPERVISOR, ALONE, -2, -1, null).statusCode(201);
        TicketOnLog back = dispatched("103");
        assignment(worker(ALONE), back).body("items[0].worker", is(ALONE));
        away(SUPERVISOR, ALONE, -1, 24, null).statusCode(201);
        TicketOnLog ticket = dispatched("103");
        assignment(Bearer.of("unit").subject("u").unit(UNIT), ticket)
                .body("items[0].worker", equalTo("W-" + COMMUNITY + "-CHIEF"))
                .body("items[0].reason", endsWith("网格长 stands in"));
    }

    @Test
    void onlyTheSupervisorOfTheRegionSaysWhoIsAway() {
        away(supervisor("2102"), AWAY, 0, 1, null).statusCode(404);
        away(worker(AWAY), AWAY, 0, 1, null).statusCode(403);
        away(SUPERVISOR, "W-NONE", 0, 1, null).statusCode(404);
        away(SUPERVISOR, AWAY, 1, 0, null).statusCode(400).body("errors.field", hasItem("to"));
        away(SUPERVISOR, AWAY, 0, 1, AWAY).statusCode(400).body("errors.field", hasItem("standIn"));
        away(SUPERVISOR, AWAY, 0, 1, "W-210202001001101-1").statusCode(400).body("errors.field", hasItem("standIn"));
        as(supervisor("2102"))
                .get("/api/v1/workers/" + AWAY + "/absences")
                .then()
                .statusCode(404);
    }

    @Test
    void whoIsBackEarlyHasHisWorkAgainAndItIsKnownWhoSaidSo() {
        String worker = "W-210102001015101-1";
        String id = away(SUPERVISOR, worker, -1, 24, null)
                .statusCode(201)
                .body("recordedBy", is("supervisor-210102"))
                .extract()
                .path("id");
        back(worker(worker), worker, id).statusCode(403);
        back(supervisor("2102"), worker, id).statusCode(404);
        back(SUPERVISOR, worker, UUID.randomUUID().toString()).statusCode(404);
        back(SUPERVISOR, worker, id).statusCode(201).body("endedAt", notNullValue());
        back(SUPERVISOR, worker, id).statusCode(409);
        as(SUPERVISOR).get("/api/v1/workers/" + worker + "/absences").then().body("items", hasSize(0));

        String later =
                away(SUPERVISOR, worker, 24, 48, null).statusCode(201).extract().path("id");
        back(SUPERVISOR, worker, later).statusCode(201);
        as(SUPERVISOR).get("/api/v1/workers/" + worker + "/absences").then().body("items", hasSize(0));
        String said = "select string_agg(action || ' ' || actor, ', ' order by id) from audit where detail = ?";
        assertThat(GridTables.text(said, worker + " " + later))
                .isEqualTo("absence.recorded supervisor-210102, absence.ended supervisor-210102");
    }

    @Test
    void whoHasLeftOrIsAwayHimselfStandsInForNobodyAndNobodyIsAwayForYears() {
        String worker = "W-210102002008101-1";
        String busy = "W-210102002008102-1";
        String gone = "W-210102002008103-1";
        away(SUPERVISOR, busy, 10, 20, null).statusCode(201);
        away(SUPERVISOR, worker, 15, 30, busy).statusCode(400).body("errors.message", hasItem(startsWith("is away")));
        away(SUPERVISOR, worker, 20, 30, busy).statusCode(201);
        GridTables.insertAsSuperuser("update worker set valid_to = app_now() + interval '1 hour' where id = ?", gone);
        away(SUPERVISOR, worker, 0, 30, gone).statusCode(400).body("errors.message", hasItem(startsWith("has left")));
        away(SUPERVISOR, worker, 0, 24 * 366, null).statusCode(201);
        away(SUPERVISOR, worker, 0, 24 * 366 + 1, null).statusCode(400).body("errors.field", hasItem("to"));
    }

    @Test
    void theSameKeyRecordsOnce() {
        String worker = "W-210102001014101-1";
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = absence(0, 1, null);
        String id =
                record(SUPERVISOR, worker, key, body).statusCode(201).extract().path("id");
        record(SUPERVISOR, worker, key, body).statusCode(201).body("id", is(id));
        as(SUPERVISOR).get("/api/v1/workers/" + worker + "/absences").then().body("items", hasSize(1));
    }

    @Test
    void aDeskHasItsHoursAndIsMannedRoundTheClockWithoutAny() {
        String desk = "U-GAS-CO-210103";
        as(SUPERVISOR).get("/api/v1/units/" + desk).then().body("dutyHours", nullValue());
        Map<String, String> hours = Map.of("from", "08:30", "to", "17:30");
        hours(SUPERVISOR, desk, hours).statusCode(403);
        hours(supervisor("210103"), desk, hours)
                .statusCode(200)
                .body("dutyHours.from", is("08:30"))
                .body("dutyHours.to", is("17:30"));
        hours(supervisor("210103"), desk, Map.of("from", "08:30", "to", "25:00"))
                .statusCode(400);
        hours(supervisor("210103"), desk, Map.of("from", "00:00", "to", "00:00"))
                .statusCode(200)
                .body("dutyHours", nullValue());
        hours(supervisor("21"), "U-NONE", hours).statusCode(404);
    }

    private static TicketOnLog dispatched(String grid) {
        return TicketOnLog.accepted("路灯不亮", COMMUNITY + grid).dispatched(COMMUNITY + grid, Severity.ORDINARY, UNIT);
    }

    private static ValidatableResponse assignment(Bearer bearer, TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(bearer).get(path).path("items.size()"), is(1));
        await().untilAsserted(() -> assertThat((int) as(bearer)
                        .get("/api/v1/notifications?ticket=" + ticket.id())
                        .path("items.size()"))
                .isPositive());
        return as(bearer).get(path).then();
    }

    private static ValidatableResponse away(
            Bearer by, String worker, int fromHours, int toHours, @Nullable String standIn) {
        return record(by, worker, UUID.randomUUID().toString(), absence(fromHours, toHours, standIn));
    }

    private static Map<String, Object> absence(int fromHours, int toHours, @Nullable String standIn) {
        Instant now = Instant.now();
        Map<String, Object> body = new HashMap<>();
        body.put("from", now.plus(fromHours, ChronoUnit.HOURS).toString());
        body.put("to", now.plus(toHours, ChronoUnit.HOURS).toString());
        if (standIn != null) {
            body.put("standIn", standIn);
        }
        return body;
    }

    private static ValidatableResponse record(Bearer by, String worker, String key, Map<String, Object> body) {
        return as(by).header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/workers/" + worker + "/absences")
                .then();
    }

    private static ValidatableResponse back(Bearer by, String worker, String id) {
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/workers/" + worker + "/absences/" + id + "/endings")
                .then();
    }

    private static ValidatableResponse hours(Bearer by, String unit, Map<String, String> hours) {
        return as(by).body(hours).put("/api/v1/units/" + unit + "/duty-hours").then();
    }
}
