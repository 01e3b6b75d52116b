package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Who says that he is there is there: near the site, or within his grid, or he names the code that is shown. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ArrivalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COMMUNITY = "210102002005";
    private static final String GRID = COMMUNITY + "101";
    private static final String OUTLINED = COMMUNITY + "102";
    private static final String TERRITORY = "U-TERR-" + COMMUNITY;
    private static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final Bearer DESK = desk(COMMUNITY);
    private static final Position SITE = new Position(123.41, 41.79, Crs.WGS84);
    private static final Position NEAR = new Position(123.4102, 41.7907, Crs.WGS84);
    private static final Position FAR = new Position(123.41, 41.80, Crs.WGS84);

    @ParameterizedTest
    @EnumSource
    void inWhicheverSystemAPositionIsGivenItIsTheSamePlace(Crs crs) {
        TicketOnLog ticket = at(Projection.to(Crs.GCJ02, SITE));
        String id = signed(WORKER, ticket);
        Position given = Projection.to(crs, NEAR);
        arrive(WORKER, id, given)
                .statusCode(201)
                .body("arrivedAt", notNullValue())
                .body("onSite.proof", is("POSITION"))
                .body("onSite.from", is("SITE"))
                .body("onSite.metres", allOf(greaterThan(70), lessThan(90)))
                .body("onSite.allowed", is(500))
                .body("onSite.within", is(true));
        assertThat(kept("proof || ' ' || measured_from || ' ' || crs", id)).isEqualTo("POSITION SITE " + crs);
        assertThat(superuser("select count(*)::text from information_schema.columns where table_name = 'arrival'"
                        + " and data_type = 'double precision'"))
                .as("where he was is not kept")
                .isEqualTo("0");

        await().atMost(PATIENCE).until(() -> ticket.events("assignment.arrived"), hasSize(1));
        assertThat(ticket.events("assignment.arrived").get(0).value())
                .contains("\"proof\":\"POSITION\"")
                .doesNotContain("123.", "41.", "\"metres\"");
    }

    @Test
    void theSameNumbersInAnotherSystemAreAnotherPlace() {
        String id = signed(WORKER, at(SITE));
        Position baidu = Projection.to(Crs.BD09, SITE);
        arrive(WORKER, id, new Position(baidu.longitude(), baidu.latitude(), Crs.WGS84))
                .statusCode(422);
        arrive(WORKER, id, baidu).statusCode(201).body("onSite.metres", lessThan(5));
    }

    @Test
    void whoIsFarAwayIsToldHowFarAndHasNotArrived() {
        TicketOnLog ticket = at(SITE);
        String id = signed(WORKER, ticket);
        arrive(WORKER, id, FAR)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains("position"))
                .body("errors[0].message", allOf(containsString("1112 m from the site"), containsString("within 500")));
        as(WORKER).get("/api/v1/assignments/" + id).then().body("arrivedAt", nullValue());
        assertThat(kept("count(*)::text", id)).isEqualTo("0");
        arrive(WORKER, id, NEAR).statusCode(201);
        as(WORKER)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("note", "在现场"))
                .post(path(id) + "/reports")
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.reported"), hasSize(1));
        assertThat(ticket.events("assignment.arrived")).as("before the report").hasSize(1);
        assertThat(kept("count(*)::text", id)).isEqualTo("1");
    }

    @Test
    void whereTheTicketHasNoPositionTheGridsOutlineIsTheFence() throws SQLException {
        outline(OUTLINED, 123.50, 123.51, 41.70, 41.71);
        Bearer worker = worker("W-" + OUTLINED + "-1");
        TicketOnLog ticket = TicketOnLog.accepted("路灯不亮", OUTLINED).dispatched(OUTLINED, Severity.ORDINARY, TERRITORY);
        String id = signed(worker, ticket);
        await().atMost(PATIENCE)
                .until(
                        () -> as(DESK).get("/api/v1/locations?lat=41.705&lng=123.505&crs=CGCS2000")
                                .path("code"),
                        is(OUTLINED));
        arrive(worker, id, new Position(123.505, 41.72, Crs.WGS84))
                .statusCode(422)
                .body("errors[0].message", allOf(containsString("m from the grid"), containsString("within 100")));
        arrive(worker, id, Projection.to(Crs.BD09, new Position(123.505, 41.7105, Crs.WGS84)))
                .statusCode(201)
                .body("onSite.from", is("GRID"))
                .body("onSite.metres", allOf(greaterThan(50), lessThan(60)));
        arrive(worker, id, new Position(123.505, 41.705, Crs.WGS84))
                .statusCode(201)
                .body("onSite.metres", is(0));
    }

    @Test
    void theCodeThatTheDeskShowsWillDo() {
        TicketOnLog ticket = TicketOnLog.accepted("楼道停电", GRID).dispatched(GRID, Severity.ORDINARY, TERRITORY);
        String id = signed(WORKER, ticket);
        arrive(WORKER, id, NEAR).statusCode(422).body("errors[0].message", containsString("give the code"));
        act(WORKER, id, Map.of("code", "ANYTHING")).statusCode(422).body("errors.field", contains("code"));

        String code = as(DESK).post(path(id) + "/site-code")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
        as(DESK).post(path(id) + "/site-code").then().body("code", is(code));
        as(WORKER).post(path(id) + "/site-code").then().statusCode(403);
        as(Bearer.of("duty-desk").subject("d").unit(TERRITORY))
                .post(path(id) + "/site-code")
                .then()
                .statusCode(403);
        as(supervisor("210102")).post(path(id) + "/site-code").then().statusCode(403);
        as(desk("210102001003")).post(path(id) + "/site-code").then().statusCode(404);

        act(WORKER, id, Map.of("code", "WRONGONE")).statusCode(422);
        act(WORKER, id, Map.of("code", code.toLowerCase(java.util.Locale.ROOT)))
                .statusCode(201)
                .body("onSite.proof", is("CODE"))
                .body("onSite.metres", nullValue());
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.arrived"), hasSize(1));
        assertThat(ticket.events("assignment.arrived").get(0).value())
                .contains("\"proof\":\"CODE\"")
                .doesNotContain(code);
    }

    @Test
    void whatSaysNothingOrTooMuchIsRefusedWithItsField() {
        String id = signed(WORKER, at(SITE));
        act(WORKER, id, Map.of()).statusCode(400).body("errors.field", hasItem("position"));
        act(WORKER, id, Map.of("code", "A", "proof", "photo-1")).statusCode(400);
        act(WORKER, id, Map.of("position", Map.of("longitude", 123.41, "latitude", 41.79)))
                .statusCode(400)
                .body("errors.field", hasItem("position.crs"));
    }

    @Test
    void whatIsOnlyShownIsNeverTakenForWhatWasMeasured() {
        TicketOnLog ticket = at(SITE);
        String id = signed(WORKER, ticket);
        for (String place : List.of("POSITION", "code", "geo:41.79/123.41", "41.79/123.41", "gps-41")) {
            act(WORKER, id, Map.of("proof", place)).statusCode(400).body("errors.field", contains("proof"));
        }
        String other = signed(WORKER, at(SITE));
        String photo = UUID.randomUUID().toString();
        as(WORKER)
                .body(Map.of(
                        "id", photo, "assignment", other, "sha256", "0".repeat(64), "size", 10, "type", "image/jpeg"))
                .post("/api/v1/evidence")
                .then()
                .statusCode(201);
        act(WORKER, id, Map.of("proof", photo)).statusCode(400).body("errors.field", contains("proof"));
        as(WORKER).get(path(id)).then().body("arrivedAt", nullValue());
        act(WORKER, other, Map.of("proof", photo)).statusCode(201).body("onSite", nullValue());

        act(WORKER, id, Map.of("proof", "photo-1")).statusCode(201).body("onSite", nullValue());
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.arrived"), hasSize(1));
        assertThat(ticket.events("assignment.arrived").get(0).value()).contains("\"proof\":\"REFERENCE:photo-1\"");
    }

    @Test
    void nobodyArrivesForAnother() throws SQLException {
        String id = signed(WORKER, at(SITE));
        for (Bearer other : List.of(worker("W-" + COMMUNITY + "103-1"), unit("U-TERR-210102001003"))) {
            arrive(other, id, NEAR).statusCode(404);
        }
        arrive(WORKER, id, NEAR).statusCode(201);
        as(DESK).post(path(id) + "/site-code").then().statusCode(200);
        for (String table : List.of("arrival", "site_code")) {
            assertThat(seen(table, "U-OTHER")).as(table).isZero();
            assertThat(seen(table, TERRITORY)).as(table).isPositive();
        }
    }

    @Test
    void whatWasCapturedWithoutANetworkIsMeasuredLikewise() {
        TicketOnLog ticket = at(SITE);
        String id = signed(WORKER, ticket);
        as(WORKER)
                .body(Map.of("items", List.of(captured(id, FAR), captured(id, Projection.to(Crs.BD09, NEAR)))))
                .post("/api/v1/sync")
                .then()
                .statusCode(200)
                .body("items.result", contains("INVALID", "APPLIED"))
                .body("items[0].problem.errors[0].message", containsString("1112 m"));
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.arrived"), hasSize(1));
        assertThat(ticket.events("assignment.arrived").get(0).value()).contains("2026-11-23T01:00:00Z");
        as(WORKER).get("/api/v1/assignments/" + id).then().body("arrivedAt", notNullValue());
    }

    private static Map<String, Object> captured(String id, Position position) {
        return Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "capturedAt",
                "2026-11-23T01:00:00Z",
                "act",
                "ARRIVE",
                "assignment",
                id,
                "body",
                Map.of("position", json(position)));
    }

    private static TicketOnLog at(Position position) {
        return TicketOnLog.accepted(Kind.COMPLAINT, false, "管道漏水", GRID, position)
                .dispatched(GRID, Severity.ORDINARY, TERRITORY);
    }

    private static String signed(Bearer holder, TicketOnLog ticket) {
        String list = "/api/v1/assignments?ticket=" + ticket.id();
        await().atMost(PATIENCE).until(() -> as(holder).get(list).path("items.size()"), is(1));
        String id = as(holder).get(list).path("items[0].id");
        as(holder).post(path(id) + "/signatures").then().statusCode(201);
        return id;
    }

    private static ValidatableResponse arrive(Bearer by, String id, Position position) {
        return act(by, id, Map.of("position", json(position)));
    }

    private static ValidatableResponse act(Bearer by, String id, Map<String, ?> body) {
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path(id) + "/arrivals")
                .then();
    }

    private static String path(String id) {
        return "/api/v1/assignments/" + id;
    }

    private static Map<String, ?> json(Position it) {
        return Map.of(
                "longitude",
                it.longitude(),
                "latitude",
                it.latitude(),
                "crs",
                it.crs().name());
    }

    private static void outline(String grid, double west, double east, double south, double north) {
        byte[] wkb = new WKBWriter().write(new GeometryFactory().toGeometry(new Envelope(west, east, south, north)));
        GridTables.insertAsSuperuser("update region set outline = ? where code = ?", wkb, grid);
    }

    private static String kept(String column, String assignment) {
        return superuser("select " + column + " from arrival where assignment_id = '" + assignment + "'");
    }

    private static String superuser(String query) {
        try (Connection all = DriverManager.getConnection(Mesh.shared().jdbcUrl("grid"), "postgres", "");
                Statement sql = all.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int seen(String table, String unit) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        Mesh.shared().jdbcUrl("grid"),
                        "grid_app",
                        Mesh.shared().secrets().password());
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('chuishao.unit', '" + unit + "', false)");
            try (ResultSet rows = sql.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
