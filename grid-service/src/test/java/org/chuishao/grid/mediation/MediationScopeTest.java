package org.chuishao.grid.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.mediation.Mediating.*;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Who sees a mediation, who may do what about it, and what is refused with nothing stored. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MediationScopeTest {

    @Test
    void whoIsNotConcernedFindsNothingAndDoesNothing() {
        String assignment = signed(dispatched());
        String id = opened(assignment);
        List<Bearer> strangers = List.of(
                worker("W-" + COMMUNITY + "102-1"),
                unit("U-TERR-210102001003"),
                unit("U-HEATING-210102"),
                desk("210102001003"),
                desk("2102"));
        for (Bearer stranger : strangers) {
            as(stranger).get(PATH + "/" + id).then().statusCode(404);
            as(stranger).get(PATH + "?assignment=" + assignment).then().body("items", hasSize(0));
            step(stranger, id, "sessions", session()).statusCode(404);
            post(stranger, PATH, opening(assignment)).statusCode(404);
        }
        as(supervisor("2102")).get(PATH + "/" + id).then().statusCode(404);
        as(Bearer.of("analyst").regions("21")).get(PATH + "/" + id).then().statusCode(403);
    }

    @Test
    void aMediatorOfAnotherGridOfTheCommunitySeesItAndActs() {
        TicketOnLog ticket = dispatched();
        String assignment = signed(ticket);
        String there = "W-" + COMMUNITY + "102-1";
        Bearer mediator = worker(there);
        String id = post(WORKER, PATH, opening(assignment, there))
                .statusCode(201)
                .extract()
                .path("id");
        as(mediator).get(PATH + "/" + id).then().statusCode(200).body("told.parties.name", hasItem("王建国"));
        as(mediator).get(PATH + "?limit=500").then().body("items.id", hasItem(id));
        step(mediator, id, "sessions", session()).statusCode(201);
        step(mediator, id, "outcome", agreement()).statusCode(201);
        String clocks = "/api/v1/deadlines?act=MEDIATION_REVISIT&ticket=" + ticket.id();
        as(mediator).get(clocks).then().body("items.assignment", contains(id));
        as(worker("W-" + COMMUNITY + "103-1")).get(clocks).then().body("items", hasSize(0));
        as(worker("W-" + COMMUNITY + "103-1")).get(PATH + "/" + id).then().statusCode(404);
        as(mediator).get("/api/v1/assignments/" + assignment).then().statusCode(404);
        step(mediator, id, "revisits", Map.of("kept", true)).statusCode(201).body("phase", is("KEPT"));
    }

    @Test
    void aMediatorWhoHasLeftSeesItNoMore() {
        String gone = "W-" + COMMUNITY + "103-1";
        String assignment = signed(dispatched());
        String id = post(WORKER, PATH, opening(assignment, gone))
                .statusCode(201)
                .extract()
                .path("id");
        as(worker(gone)).get(PATH + "/" + id).then().statusCode(200);
        String left = "update worker set valid_to = ?::timestamptz where id = ?";
        GridTables.insertAsSuperuser(left, Instant.now().toString(), gone);
        try {
            as(worker(gone)).get(PATH + "/" + id).then().statusCode(404);
            post(WORKER, PATH, opening(signed(dispatched()), gone))
                    .statusCode(400)
                    .body("errors.field", hasItem("mediator"));
        } finally {
            GridTables.insertAsSuperuser(left, null, gone);
        }
    }

    @Test
    void whoHasTheAssignmentNowGoesOnAndOpensNoSecondOne() {
        String community = as(Bearer.of("ops").regions("21"))
                .get("/api/v1/regions?level=5&within=2111")
                .path("items[30].code");
        String grid = community + "101";
        Bearer leaving = worker("W-" + grid + "-1");
        String next = "W-" + community + "103-1";
        Bearer successor = worker(next);
        String members = "/api/v1/grids/" + grid + "/members";
        post(supervisor("2111"), members, Map.of("worker", next, "role", "FULL_TIME_WORKER", "backup", true))
                .statusCode(201);
        TicketOnLog ticket =
                TicketOnLog.accepted("邻里噪声纠纷", grid).dispatched(grid, Severity.ORDINARY, "U-TERR-" + community);
        String list = "/api/v1/assignments?ticket=" + ticket.id();
        await().atMost(PATIENCE).until(() -> as(leaving).get(list).path("items.size()"), is(1));
        String assignment = as(leaving).get(list).path("items[0].id");
        post(leaving, "/api/v1/assignments/" + assignment + "/signatures", Map.of())
                .statusCode(201);
        Map<String, Object> opening = opening(assignment, "W-" + community + "-CHIEF");
        String id = post(leaving, PATH, opening).statusCode(201).extract().path("id");

        post(supervisor("2111"), members + "/W-" + grid + "-1/endings", Map.of())
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> as(successor).get(list).path("items[0].worker"), is(next));
        as(successor).get(PATH + "/" + id).then().statusCode(200);
        as(successor).get(PATH + "?limit=500").then().body("items.id", hasItem(id));
        post(successor, PATH, opening).statusCode(409).body("mediation", is(id));
        step(successor, id, "sessions", session()).statusCode(201);
        as(leaving).get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void aSupervisorReadsAndCallsNobody() {
        String id = opened(signed(dispatched()));
        Bearer supervisor = supervisor("210102");
        as(supervisor)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("told.parties.name", contains("王建国", "李秀兰"))
                .body("told.parties.contact.findAll { it != null }", hasSize(0));
        step(supervisor, id, "sessions", session()).statusCode(403);
        step(supervisor, id, "revisits", Map.of("kept", true)).statusCode(403);
    }

    @Test
    void whoWasOnlyToldOfTheTicketMediatesNothing() {
        TicketOnLog ticket = TicketOnLog.accepted("邻里纠纷", GRID)
                .dispatched(GRID, Severity.ORDINARY, TERRITORY, List.of(), List.of("U-PROPERTY-CO-210102"));
        String assignment = signed(ticket);
        post(unit("U-PROPERTY-CO-210102"), PATH, opening(assignment)).statusCode(403);
    }

    @Test
    void whatIsNotInHandIsAConflictThatSaysWhatIsPossible() {
        String assignment = assignment(dispatched());
        post(WORKER, PATH, opening(assignment))
                .statusCode(409)
                .body("state", is("PENDING_SIGN"))
                .body("allowed", contains("signatures"));
        act(assignment, "signatures", Map.of()).statusCode(201);
        String id = opened(assignment);
        post(WORKER, PATH, opening(assignment))
                .statusCode(409)
                .body("mediation", is(id))
                .body("allowed", contains("sessions", "outcome"));
        step(WORKER, id, "outcome", agreement()).statusCode(409).body("state", is("MEDIATING"));
        step(WORKER, id, "revisits", Map.of("kept", true))
                .statusCode(409)
                .body("state", is("MEDIATING"))
                .body("allowed", contains("sessions", "outcome"));
        act(assignment, "resolutions", Map.of("solved", true, "result", "好")).statusCode(201);
        step(WORKER, id, "outcome", Map.of("outcome", "FAILED", "route", "PETITION_OFFICE"))
                .statusCode(201);
        post(WORKER, PATH, opening(assignment)).statusCode(409).body("state", is("RESOLVED"));
        step(WORKER, id, "sessions", session())
                .statusCode(409)
                .body("state", is("REFERRED"))
                .body("allowed", hasSize(0));
    }

    @Test
    void whatLiesInNoGridIsNotMediatedThere() {
        Bearer company = unit("U-HEATING-CO-210102");
        TicketOnLog ticket = TicketOnLog.accepted("供热纠纷", "210102001")
                .dispatched("210102001", Severity.ORDINARY, "U-HEATING-CO-210102");
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().atMost(PATIENCE).until(() -> as(company).get(path).path("items.size()"), is(1));
        String assignment = as(company).get(path).path("items[0].id");
        post(company, "/api/v1/assignments/" + assignment + "/signatures", Map.of())
                .statusCode(201);
        post(company, PATH, opening(assignment)).statusCode(422).body("errors.field", hasItem("assignment"));
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsStored() {
        String assignment = signed(dispatched());
        Map<String, Object> alone = opening(assignment);
        alone.put("parties", List.of(Map.of("name", "王建国", "contact", "13900001234")));
        post(WORKER, PATH, alone).statusCode(400).body("errors.field", hasItem("parties"));
        Map<String, Object> unreachable = opening(assignment);
        unreachable.put("parties", List.of(Map.of("name", "甲", "contact", "1"), Map.of("name", "乙")));
        post(WORKER, PATH, unreachable).statusCode(400).body("errors.field", hasItem("parties[1].contact"));
        Map<String, Object> nobody = opening(assignment);
        nobody.put("mediator", "W-210102001003101-1");
        post(WORKER, PATH, nobody).statusCode(400).body("errors.field", hasItem("mediator"));
        as(WORKER).get(PATH + "?assignment=" + assignment).then().body("items", hasSize(0));

        String id = opened(assignment);
        Map<String, Object> tomorrow = session();
        tomorrow.put("heldAt", Instant.parse("2099-01-01T00:00:00Z").toString());
        step(WORKER, id, "sessions", tomorrow).statusCode(400).body("errors.field", hasItem("heldAt"));
        step(WORKER, id, "sessions", session()).statusCode(201);
        step(WORKER, id, "outcome", Map.of("outcome", "FAILED")).statusCode(400).body("errors.field", hasItem("route"));
        step(WORKER, id, "outcome", Map.of("outcome", "AGREED")).statusCode(400).body("errors.field", hasItem("terms"));
        Map<String, Object> past = agreement();
        past.put("obligations", List.of(Map.of("who", "甲", "what", "修", "by", "2020-01-01")));
        step(WORKER, id, "outcome", past).statusCode(400).body("errors.field", hasItem("obligations[0].by"));
        step(WORKER, id, "outcome", Map.of("outcome", "FAILED", "route", "NOWHERE"))
                .statusCode(400)
                .body("errors.field", hasItem(startsWith("route")));
        as(WORKER).get(PATH + "/" + id).then().body("phase", is("MEDIATING")).body("sessionCount", is(1));

        step(WORKER, id, "outcome", agreement()).statusCode(201);
        step(WORKER, id, "revisits", Map.of("kept", true, "route", "JUSTICE_OFFICE"))
                .statusCode(400)
                .body("errors.field", hasItem("route"));
        as(WORKER).get(PATH + "/" + id).then().body("phase", is("AGREED"));
    }

    @Test
    void theDatabaseShowsNothingWhereTheQueryForgetsTheScope() throws SQLException {
        String id = opened(signed(dispatched()));
        step(WORKER, id, "sessions", session()).statusCode(201);
        for (String table : List.of("mediation", "mediation_session", "mediation_outcome", "mediation_revisit")) {
            assertThat(app("select relforcerowsecurity::text from pg_class where relname = '" + table + "'", "", ""))
                    .isEqualTo("true");
        }
        String rows = "select count(*)::text from mediation_session where mediation_id = '" + id + "'";
        assertThat(app(rows, "chuishao.unit", "U-OTHER")).isEqualTo("0");
        assertThat(app(rows, "chuishao.regions", "210103")).isEqualTo("0");
        assertThat(app(rows, "chuishao.unit", TERRITORY)).isEqualTo("1");
        assertThat(app(rows, "chuishao.worker", CHIEF)).isEqualTo("1");
        String change = "with c as (update mediation set phase = 'KEPT' where id = '" + id
                + "' returning 1) select count(*)::text from c";
        assertThat(app(change, "chuishao.unit", "U-OTHER")).isEqualTo("0");
        assertThat(app("select parties from mediation where id = '" + id + "'", "chuishao.unit", TERRITORY))
                .doesNotContain("王建国", "13900001234");
    }

    private static String app(String query, String setting, String value) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        Mesh.shared().jdbcUrl("grid"),
                        "grid_app",
                        Mesh.shared().secrets().password());
                Statement sql = app.createStatement()) {
            if (!setting.isEmpty()) {
                sql.execute("select set_config('" + setting + "', '" + value + "', false)");
            }
            try (ResultSet rows = sql.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
