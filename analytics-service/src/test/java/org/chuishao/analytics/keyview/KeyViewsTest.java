package org.chuishao.analytics.keyview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.chuishao.analytics.figures.Database;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.reference.Units;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class KeyViewsTest {

    private static final String VIEWS = "/api/v1/key-views/";
    private static final String NOVEMBER = "?from=2026-11-01&to=2026-11-30&region=";
    private static final String DAY = "2026-11-10";

    @Inject
    Units units;

    @AfterEach
    void nothing_stays() throws SQLException {
        for (String table : new String[] {"callback_fact", "ticket_fact"}) {
            Database.run("analytics_reader", "delete from " + table + " where region like '2148%'");
        }
        Database.run(
                "analytics_owner",
                "alter table households no force row level security; delete from households where region like '2148%';"
                        + " alter table households force row level security");
    }

    @Test
    void people_stand_in_groups_and_small_ones_and_one_beside_them_are_withheld() throws SQLException {
        complained("214801", "HEATING_OFF", "once", 9, 1, DAY);
        complained("214801", "HEATING_OFF.HEATING_PIPE_LEAKS", "twice", 6, 2, DAY);
        complained("214801", "WATER_OFF", "often", 3, 7, DAY);

        as("analyst", "214801")
                .get(VIEWS + "people" + NOVEMBER + "214801")
                .then()
                .statusCode(200)
                .body("people", is(18))
                .body("fields.field", contains("UTILITIES"))
                .body("fields[0].name.zh", is("公用事业"))
                .body("fields[0].people", is(18))
                .body("fields[0].groups.people", contains(is(9), nullValue(), is(0), nullValue()))
                .body("fields[0].groups.withheld", contains(false, true, false, true));
        String all =
                as("analyst", "2148").get(VIEWS + "people" + NOVEMBER + "2148").asString();
        assertThat(all).doesNotContain("often").doesNotContain("score");
    }

    @Test
    void what_is_withheld_of_a_county_is_not_to_be_had_from_the_city_and_the_other_counties() throws SQLException {
        complained("214801", "HEATING_OFF", "a", 8, 1, DAY);
        complained("214802", "HEATING_OFF", "b", 20, 1, DAY);
        complained("214803", "HEATING_OFF", "c", 3, 1, DAY);

        as("analyst", "2148").get(VIEWS + "people" + NOVEMBER + "2148").then().body("people", is(31));
        as("analyst", "2148")
                .get(VIEWS + "people" + NOVEMBER + "214803")
                .then()
                .body("people", nullValue())
                .body("fields[0].withheld", is(true));
        as("analyst", "2148")
                .get(VIEWS + "people" + NOVEMBER + "214801")
                .then()
                .body("fields[0].groups[0].people", nullValue());
        as("analyst", "2148")
                .get(VIEWS + "people" + NOVEMBER + "214802")
                .then()
                .body("fields[0].groups[0].people", is(20));
    }

    @Test
    void a_grids_own_board_withholds_nothing() throws SQLException {
        String grid = "214801001001101";
        complained(grid, "HEATING_OFF", "a", 2, 1, DAY);

        as("supervisor", grid).get(VIEWS + "people" + NOVEMBER + grid).then().body("people", is(2));
        as("supervisor", grid)
                .get(VIEWS + "events" + NOVEMBER + grid + "&level=grid")
                .then()
                .body("items.complaints", contains(2));
        as("supervisor", "2148").get(VIEWS + "people" + NOVEMBER + grid).then().body("people", nullValue());
        as("supervisor", "2148").get(VIEWS + "events" + NOVEMBER + grid).then().body("items", empty());
        as("supervisor", "2148").get(VIEWS + "fields" + NOVEMBER + grid).then().body("complaints", nullValue());
    }

    @Test
    void matters_are_listed_by_place_with_their_growth() throws SQLException {
        complained("214801001001", "HEATING_OFF", "now", 12, 1, DAY);
        complained("214801001002", "HEATING_OFF", "before", 8, 1, "2026-10-20");
        complained("214801002001", "STREET_CLEANING", "now", 6, 1, DAY);
        complained("214801002001", "STREET_CLEANING", "few", 2, 1, "2026-10-20");
        complained("214801003001", "PARKING", "few", 4, 9, DAY);

        as("analyst", "214801")
                .get(VIEWS + "events" + NOVEMBER + "214801")
                .then()
                .statusCode(200)
                .body("beforeTo", is("2026-10-31"))
                .body("items.place", contains("214801001", "214801002"))
                .body("items.name.zh", contains("停暖不热", "环境卫生"))
                .body("items.complaints", contains(12, 6))
                .body("items.before", contains(is(8), nullValue()))
                .body("items.growth", contains(is(4), nullValue()))
                .body("items[0].growthShare", is(0.5f))
                .body("items.withheld", contains(false, true));
    }

    @Test
    void fields_have_share_growth_and_trend_and_add_up_to_no_small_one() throws SQLException {
        complained("214801", "HEATING_OFF", "a", 60, 1, DAY);
        complained("214801", "STREET_CLEANING", "b", 30, 1, DAY);
        complained("214801", "DEMOLITION", "c", 10, 1, DAY);
        complained("214801", "ROADS", "d", 3, 1, DAY);
        complained("214801", "HEATING_OFF", "e", 50, 1, "2026-10-20");

        as("analyst", "214801")
                .get(VIEWS + "fields" + NOVEMBER + "214801")
                .then()
                .statusCode(200)
                .body("complaints", is(103))
                .body("items.key", contains("UTILITIES", "CITY_CARE", "LAND_AND_PLANNING", "MUNICIPAL_WORKS"))
                .body("items[0].share", is(0.5825f))
                .body("items[0].growth", is(10))
                .body("items[0].trend[9]", is(60))
                .body("items.complaints", contains(is(60), is(30), nullValue(), nullValue()))
                .body("items[2].trend[9]", nullValue());
        as("analyst", "214801")
                .get(VIEWS + "fields" + NOVEMBER + "214801&by=line")
                .then()
                .body("items.key", hasItem("HEATING"));
    }

    @Test
    void complaints_are_set_against_households_where_they_are_known() throws Exception {
        publish("U-HEAT-214801", "HEATING", "214801");
        publish("U-HEAT-214802", "HEATING", "214802");
        complained("214801", "HEATING_OFF", "a", 40, 1, DAY);
        Database.run(
                "analytics_reader",
                "update ticket_fact set lead_unit = 'U-HEAT-214801', units = '{U-HEAT-214801}' where region = '214801'");
        put("analyst", "214801", "U-HEAT-214801", "{\"households\":8000,\"year\":2025,\"source\":\"统计年鉴\"}")
                .statusCode(204);
        put("analyst", "214801", "U-HEAT-214801", "{\"households\":10000,\"year\":2026,\"source\":\"企业报送\"}")
                .statusCode(204);
        put("analyst", "214801", "U-HEAT-214802", "{\"households\":1,\"year\":2026,\"source\":\"x\"}")
                .statusCode(404);
        put("analyst", "214801", "U-NONE", "{\"households\":1,\"year\":2026,\"source\":\"x\"}")
                .statusCode(404);
        put("analyst", "214801", "U-HEAT-214801", "{\"households\":0,\"year\":2026,\"source\":\"x\"}")
                .statusCode(400);

        as("analyst", "2148")
                .get(VIEWS + "units" + NOVEMBER + "2148&line=HEATING")
                .then()
                .statusCode(200)
                .body("items.unit", contains("U-HEAT-214801"))
                .body("items[0].complaints", is(40))
                .body("items[0].households.year", is(2026))
                .body("items[0].perThousand.value", is(4.0f))
                .body("items[0].perThousand.lower", notNullValue())
                .body("items[0].rank", is(1));
        as("analyst", "2148")
                .get(VIEWS + "units?from=2025-11-01&to=2025-11-30&region=2148")
                .then()
                .body("items.households.households", contains(8000))
                .body("items.perThousand.value", contains(0.0f));
        assertThat(Database.rows("analytics_reader", "select detail from audit where action = 'households'"))
                .contains("U-HEAT-214801 2026 10000 企业报送");
    }

    @Test
    void a_county_sees_its_subtree_and_nobody_else_sees_any() throws SQLException {
        complained("214801", "HEATING_OFF", "a", 9, 1, DAY);
        complained("214802", "HEATING_OFF", "b", 9, 1, DAY);

        for (String view : new String[] {"people", "events", "units", "fields"}) {
            as("analyst", "214801")
                    .get(VIEWS + view + NOVEMBER + "214802")
                    .then()
                    .statusCode(404);
            as("unit", "214801").get(VIEWS + view).then().statusCode(403);
            as("grid-worker", "214801").get(VIEWS + view).then().statusCode(403);
            given().get(VIEWS + view).then().statusCode(401);
        }
        as("analyst", "214801").get(VIEWS + "people" + NOVEMBER + "2148").then().body("people", is(9));
        as("analyst", "214801").get(VIEWS + "fields" + NOVEMBER + "2148").then().body("complaints", is(9));
        as("analyst", "214801")
                .get(VIEWS + "events" + NOVEMBER + "2148&level=county")
                .then()
                .body("items.place", not(hasItem("214802")));
        as("analyst", "21").get(VIEWS + "events?limit=0").then().statusCode(400).body("errors.field", hasItem("limit"));
        as("analyst", "21").get(VIEWS + "fields?by=x").then().statusCode(400).body("errors.field", hasItem("by"));
        as("analyst", "21").get(VIEWS + "units?line=a'b").then().statusCode(400).body("errors.field", hasItem("line"));
        as("analyst", "21").get(VIEWS + "people?from=x").then().statusCode(400).body("errors.field", hasItem("from"));
    }

    /** So many people, each with so many complaints. */
    private static void complained(String region, String category, String who, int people, int each, String day)
            throws SQLException {
        Database.run(
                "analytics_reader",
                "insert into ticket_fact (ticket_id, number, state, secret, region, channel, kind, category, units, caller,"
                        + " received_at, dispatches, misdirected, reworks, reopenings, excluded)"
                        + " select gen_random_uuid(), 'N' || n, 'CLOSED', false, '" + region + "', 'PHONE', 'HELP', '"
                        + category + "', '{}', '" + region + who + "' || n, timestamptz '" + day
                        + "T12:00+08:00', 1, false, 0, 0, false from generate_series(1, " + people
                        + ") n, generate_series(1, " + each + ") m");
    }

    private void publish(String id, String line, String region) throws Exception {
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            Unit unit = new Unit(id, id, UnitKind.COMPANY, line, 3, region, null, true);
            log.write(Topics.UNITS, unit.id(), Map.of(), new ObjectMapper().writeValueAsString(unit));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> units.find(id).isPresent());
    }

    private static ValidatableResponse put(String role, String region, String unit, String body) {
        return as(role, region)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/households/" + unit)
                .then();
    }

    private static RequestSpecification as(String role, String region) {
        return given().auth().oauth2(Mesh.shared().mint().token(Bearer.of(role).regions(region)));
    }
}
