package org.chuishao.grid.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.MemberRole;
import org.chuishao.grid.member.Placement;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Each test has a community of 本溪 to itself. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RedrawTest {

    @Inject
    Placement placement;

    @Inject
    @ReactiveDataSource("reader")
    Pool reader;

    @Test
    void aGridIsSplitAndItsCodeLeadsOnByThePosition() {
        String community = community(0);
        String old = community + "101";
        split(old, grid(community + "111", 123.50), grid(community + "112", 123.51))
                .statusCode(201)
                .body("ended", contains(old))
                .body("grids", contains(community + "111", community + "112"));

        region(old).body("validTo", notNullValue()).body("successors", contains(community + "111", community + "112"));
        region(community + "112").body("predecessors", contains(old)).body("kind", is("BASE"));
        located("code=" + old + "&lat=41.005&lng=123.515&crs=CGCS2000")
                .body("code", is(community + "112"))
                .body("evidence", contains("succeeds " + old));
        located("code=" + old).body("code", is(community));
        assertThat(published(old)).contains("\"" + community + "111\"");
    }

    @Test
    void thePeopleGoOnInEachPartAndADispatchFindsThem() {
        String community = community(1);
        String old = community + "101";
        split(old, grid(community + "111", 123.60), grid(community + "112", 123.61))
                .statusCode(201);

        for (String part : new String[] {"111", "112"}) {
            as(supervisor("2105"))
                    .get("/api/v1/grids/" + community + part + "/members")
                    .then()
                    .body("items.role", hasItems("FULL_TIME_WORKER", "GRID_CHIEF", "POLICE"));
        }
        as(supervisor("2105")).get("/api/v1/grids/" + old + "/members").then().statusCode(404);
        UUID ticket = brief(123.615, 41.005);
        assertThat(holder(old, ticket).place()).isEqualTo(community + "112");
        assertThat(holder(old, ticket).workerId()).isEqualTo("W-" + old + "-1");
        assertThat(holder(old, ticket).reason()).startsWith("the grid was split or merged");
        // who finds no position among the parts is in a grid of the community that is in force
        String elsewhere = holder(old, UUID.randomUUID()).place();
        assertThat(elsewhere).startsWith(community).isNotEqualTo(old);
        region(elsewhere).body("validTo", nullValue());
    }

    @Test
    void gridsAreMergedWithTheirPeopleOutlinesAndHouseholds() {
        String community = community(2);
        String first = community + "101";
        String second = community + "102";
        merge(community + "120", first, second).statusCode(201).body("ended", contains(first, second));

        located("code=" + second).body("code", is(community + "120"));
        region(community + "120").body("predecessors", contains(first, second));
        as(supervisor("2105"))
                .get("/api/v1/grids/" + community + "120/members")
                .then()
                .body("items.worker", hasItems("W-" + first + "-1", "W-" + second + "-1"));
        assertThat(holder(second, UUID.randomUUID()).place()).isEqualTo(community + "120");
        merge(community + "121", first, community + "120").statusCode(409);
    }

    @Test
    void whatIsSplitLaterHoldsUntilThen() {
        String community = community(3);
        String old = community + "101";
        String later = Instant.now().plus(Duration.ofDays(30)).toString();
        post("/api/v1/regions/" + old + "/splits", """
                {"grids":[%s,%s],"validFrom":"%s"}""".formatted(
                                grid(community + "111", 123.70), grid(community + "112", 123.71), later))
                .statusCode(201);
        located("code=" + old).body("code", is(old));
        assertThat(holder(old, UUID.randomUUID()).place()).isEqualTo(old);
    }

    @Test
    void whatIsWrongIsNamed() {
        String community = community(4);
        String old = community + "101";
        split(old, grid(community + "111", 123.80), grid(community + "112", 123.805))
                .statusCode(400)
                .body("errors.field", contains("grids[1].outline"));
        split(old, grid(community + "102", 123.80), grid(community + "212", 123.81))
                .statusCode(400)
                .body("errors.field", contains("grids[0].code", "grids[1].code"));
        split(old, grid(community + "111", 123.80)).statusCode(400);
        split(community + "199", grid(community + "111", 123.80), grid(community + "112", 123.81))
                .statusCode(404);
        merge(community + "120", old, community(5) + "101").statusCode(400);
    }

    @Test
    void anOutlineThatTakesTooLongToCompareIsRefused() {
        String community = community(7);
        StringBuilder ring = new StringBuilder("[[123.9,42.0]");
        for (int i = 0; i < 10_000; i++) {
            ring.append(",[%f,42.01],[%f,42.0]".formatted(123.9 + i * 1e-6 + 5e-7, 123.9 + (i + 1) * 1e-6));
        }
        String comb = """
                {"code":"%s","name":"梳","outline":{"type":"Polygon","coordinates":[%s]}}""".formatted(community + "111", ring + ",[123.91,41.99],[123.9,42.0]]");
        split(community + "101", comb, grid(community + "112", 123.95))
                .statusCode(400)
                .body("errors.field", contains("grids[0].outline"))
                .body("errors.message", contains("must have at most 1000 points"));
    }

    @Test
    void nobodyRedrawsOutsideOfHisRegionsAndTheSameCallIsAnsweredOnce() {
        String community = community(6);
        String old = community + "101";
        String body = "{\"grids\":[%s,%s]}".formatted(grid(community + "111", 123.90), grid(community + "112", 123.91));
        as(supervisor("2101"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/regions/" + old + "/splits")
                .then()
                .statusCode(404);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(supervisor("2105"))
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/api/v1/regions/" + old + "/splits")
                    .then()
                    .statusCode(201)
                    .header("Location", notNullValue());
        }
    }

    private Holder holder(String region, UUID ticket) {
        return reader.withConnection(sql -> placement.resolve(
                        sql,
                        PlacementRequest.ofRole(
                                UUID.randomUUID(), region, MemberRole.FULL_TIME_WORKER, Instant.now(), ticket)))
                .await()
                .atMost(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static UUID brief(double lng, double lat) {
        UUID ticket = UUID.randomUUID();
        GridTables.update(
                "insert into ticket_brief (ticket_id, kind, channel, secret, title, content, longitude, latitude, crs)"
                        + " values (?, 'COMPLAINT', 'APP', false, '-', '-', ?, ?, 'CGCS2000')",
                ticket,
                lng,
                lat);
        return ticket;
    }

    private static String published(String code) {
        return GridTables.text(
                "select data from outbox where topic = 'regions' and key = ? order by seq desc limit 1", code);
    }

    private static ValidatableResponse split(String old, String... grids) {
        return post("/api/v1/regions/" + old + "/splits", "{\"grids\":[" + String.join(",", grids) + "]}");
    }

    private static ValidatableResponse merge(String into, String... codes) {
        return post(
                "/api/v1/regions/merges",
                "{\"codes\":[\"%s\"],\"into\":{\"code\":\"%s\",\"name\":\"合并网格\"}}"
                        .formatted(String.join("\",\"", codes), into));
    }

    private static ValidatableResponse post(String path, String body) {
        return as(supervisor("2105"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse region(String code) {
        return as(supervisor("2105")).get("/api/v1/regions/" + code).then().statusCode(200);
    }

    private static ValidatableResponse located(String query) {
        return as(supervisor("2105")).get("/api/v1/locations?" + query).then().statusCode(200);
    }

    private static String grid(String code, double west) {
        return """
                {"code":"%1$s","name":"网格 %2$s","households":200,"outline":{"type":"Polygon","coordinates":
                 [[[%2$s,41.0],[%3$s,41.0],[%3$s,41.01],[%2$s,41.01],[%2$s,41.0]]]}}""".formatted(code, west, west + 0.01);
    }

    private static String community(int index) {
        return as(supervisor("2105"))
                .get("/api/v1/regions?level=5&within=2105")
                .then()
                .extract()
                .path("items[" + index + "].code");
    }
}
