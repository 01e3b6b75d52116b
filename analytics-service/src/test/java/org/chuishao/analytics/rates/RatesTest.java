package org.chuishao.analytics.rates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Arrays;
import org.chuishao.analytics.figures.Database;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RatesTest {

    private static final String RATES = "/api/v1/figures/rates";
    private static final String NOVEMBER = "&from=2026-11-01&to=2026-11-30&region=2145";

    @AfterEach
    void nothing_stays() throws SQLException {
        for (String table : new String[] {"ticket_fact", "callback_fact", "clock_fact", "part_fact"}) {
            Database.run("analytics_reader", "delete from " + table + " where region like '2145%'");
        }
    }

    @Test
    void a_rate_says_its_parts_its_interval_and_what_is_left_out() throws SQLException {
        called("214501", "U-A", 40, 30);
        Database.run(
                "analytics_reader",
                "update ticket_fact set excluded = true where region = '214501' and number in ('N1', 'N40')");

        ask("name=solution-rate" + NOVEMBER)
                .statusCode(200)
                .body("title.zh", is("解决率"))
                .body("total.numerator", is(29))
                .body("total.denominator", is(38))
                .body("total.excluded", is(2))
                .body("total.value", is(0.7632f))
                .body("total.lower", is(0.6079f))
                .body("total.rank", nullValue())
                .body("total.withheld", is(false))
                .body("items", empty());
    }

    @Test
    void only_places_of_the_level_with_thirty_cases_are_ranked() throws SQLException {
        called("214501", "U-A", 40, 30);
        called("214502", "U-B", 30, 29);
        called("214503", "U-C", 29, 29);
        called("2145", "U-A", 50, 50);

        ask("name=solution-rate&by=region&level=county" + NOVEMBER)
                .statusCode(200)
                .body("items.key", contains("2145", "214501", "214502", "214503"))
                .body("items.find { it.key == '214502' }.rank", is(1))
                .body("items.find { it.key == '214501' }.rank", is(2))
                .body("items.find { it.key == '214503' }.rank", nullValue())
                .body("items.find { it.key == '2145' }.rank", nullValue())
                .body("items.find { it.key == '2145' }.tier", nullValue())
                .body("items.find { it.key == '214501' }.tier", is("county"));
    }

    @Test
    void the_days_are_those_of_china_and_both_ends_belong_to_it() throws SQLException {
        called("214501", "U-A", 1, 1);
        Database.run(
                "analytics_reader",
                "update callback_fact set called_at = '2026-11-30T23:59:59.999+08:00' where region = '214501'");
        ask("name=solution-rate" + NOVEMBER).body("total.denominator", is(1));

        Database.run(
                "analytics_reader",
                "update callback_fact set called_at = '2026-12-01T00:00+08:00' where region = '214501'");
        ask("name=solution-rate" + NOVEMBER).body("total.denominator", is(0)).body("total.value", nullValue());
    }

    @Test
    void a_category_holds_what_lies_below_it_and_nothing_beside_it() throws SQLException {
        called("214501", "U-A", 3, 1);
        Database.run(
                "analytics_reader",
                "update ticket_fact set category = case number when 'N1' then 'HEATING' when 'N2' then 'HEATING.COLD'"
                        + " else 'HEATINGS' end where region = '214501'");

        ask("name=solution-rate&category=HEATING&by=category" + NOVEMBER)
                .body("total.denominator", is(2))
                .body("items.key", contains("HEATING", "HEATING.COLD"));
        ask("name=solution-rate&by=category" + NOVEMBER).body("items.key", contains("HEATING", "HEATINGS"));
    }

    @Test
    void few_persons_are_withheld_with_their_list_but_for_their_own_grid() throws SQLException {
        String grid = "214501001001101";
        received(grid, "few", 4);
        received("214502", "many", 5);
        received("214503", "more", 6);

        ask("name=repeat-rate&by=region&level=county" + NOVEMBER)
                .statusCode(200)
                .body("items.find { it.key == '214501' }.withheld", is(true))
                .body("items.find { it.key == '214501' }.denominator", nullValue())
                .body("items.find { it.key == '214502' }.withheld", is(true))
                .body("items.find { it.key == '214503' }.denominator", is(6))
                .body("total.denominator", is(15));
        as(analyst("2145"), "/tickets?name=repeat-rate" + NOVEMBER.replace("2145", "214501"))
                .statusCode(403);
        as(analyst(grid), "?name=repeat-rate" + NOVEMBER.replace("2145", grid))
                .statusCode(200)
                .body("total.denominator", is(4));
        as(analyst("2145"), "?name=repeat-rate" + NOVEMBER.replace("2145", grid))
                .body("total.withheld", is(true));
    }

    @Test
    void a_repetition_is_seen_beyond_the_scope_of_the_one_who_asks() throws SQLException {
        received("214501", "person", 6);
        Database.run(
                "analytics_reader",
                "insert into ticket_fact select gen_random_uuid(), number, state, secret, '214502', channel, kind, category, lead_unit,"
                        + " units, parent, caller, received_at - interval '89 days', accepted_at, answered_at,"
                        + " dispatched_at, first_unit, dispatch_mode, dispatches, misdirected, reworks, reopenings,"
                        + " closed_at, ground, solved, excluded from ticket_fact where region = '214501'");

        as(analyst("214501"), "?name=repeat-rate" + NOVEMBER.replace("2145", "214501"))
                .statusCode(200)
                .body("total.numerator", is(6))
                .body("total.denominator", is(6));
    }

    @Test
    void the_tickets_behind_come_page_by_page() throws SQLException {
        called("214501", "U-A", 7, 3);

        String next = as(analyst("2145"), "/tickets?name=solution-rate&limit=5" + NOVEMBER)
                .statusCode(200)
                .body("items", hasSize(5))
                .body("next", notNullValue())
                .body("items.region", everyItem(is("214501")))
                .body("items[0].at", is("2026-11-10T12:00:00+08:00"))
                .extract()
                .path("next");
        as(analyst("2145"), "/tickets?name=solution-rate&limit=5&cursor=" + next + NOVEMBER)
                .body("items", hasSize(2))
                .body("next", nullValue());
        as(analyst("2145"), "/tickets?name=solution-rate&part=NUMERATOR" + NOVEMBER)
                .body("items.number", containsInAnyOrder("N1", "N2", "N3"));
        as(analyst("2145"), "/tickets?name=solution-rate&part=EXCLUDED" + NOVEMBER)
                .body("items", empty());
    }

    @Test
    void a_role_sees_its_subtree_and_a_unit_its_own() throws SQLException {
        called("214501", "U-A", 4, 4);
        called("214502", "U-B", 3, 0);

        as(analyst("214502"), "?name=solution-rate" + NOVEMBER).body("total.denominator", is(3));
        as(analyst("214502"), "?name=solution-rate" + NOVEMBER.replace("2145", "214501"))
                .statusCode(404);
        Bearer unit = Bearer.of("unit").unit("U-A");
        as(unit, "?name=solution-rate&by=unit" + NOVEMBER)
                .statusCode(200)
                .body("total.denominator", is(4))
                .body("items.key", contains("U-A"));
        as(unit, "?name=solution-rate&unit=U-B" + NOVEMBER).statusCode(404);
        as(unit, "/tickets?name=solution-rate" + NOVEMBER).body("items", hasSize(4));
        as(unit, "/tickets?name=repeat-rate" + NOVEMBER).statusCode(403);
        as(Bearer.of("unit"), "?name=solution-rate" + NOVEMBER).statusCode(404);
        as(Bearer.of("grid-worker").worker("W-1"), "?name=solution-rate").statusCode(404);
        as(Bearer.of("citizen"), "?name=solution-rate").statusCode(403);
        given().get(RATES + "?name=solution-rate").then().statusCode(401);
    }

    @Test
    void wrong_parameters_are_named() {
        wrong("by=none", "name");
        wrong("name=happiness", "name");
        wrong("name=score&from=2026-11-31", "from");
        wrong("name=score&from=2025-01-01&to=2026-01-02", "from");
        wrong("name=score&by=colour", "by");
        wrong("name=score&by=region&level=street", "level");
        wrong("name=score&kind=JOKE", "kind");
        wrong("name=score&channel=FAX", "channel");
        wrong("name=score&unit=a'b", "unit");
        wrong("name=score&region=2145x", "region");
        wrong("name=score&colour=red", "colour");
        as(analyst("21"), "/tickets?name=score&part=HALF").statusCode(400).body("errors.field", hasItem("part"));
        as(analyst("21"), "/tickets?name=score&limit=0").statusCode(400).body("errors.field", hasItem("limit"));
        as(analyst("21"), "/tickets?name=score&cursor=eA").statusCode(400).body("errors.field", hasItem("cursor"));
    }

    @Test
    void every_figure_is_defined_in_both_languages() {
        String[] names = Arrays.stream(Figure.values()).map(Figure::label).toArray(String[]::new);
        given().auth()
                .oauth2(Mesh.shared().mint().token(analyst("21")))
                .get("/api/v1/figures/definitions")
                .then()
                .statusCode(200)
                .body("name", hasItems(names))
                .body("name", hasItem("tickets"))
                .body("find { it.name == 'score' }.title.zh", is("综合得分"))
                .body(
                        "find { it.name == 'score' }.formula",
                        is("0.30 x response rate + 0.35 x solution rate + 0.35 x satisfaction"))
                .body("findAll { it.formula != null }.source", everyItem(notNullValue()))
                .body("findAll { it.formula != null }.dated", everyItem(notNullValue()));
    }

    @Test
    void facts_are_behind_row_security_and_the_reader_alone_writes_them() throws SQLException {
        assertThat(Database.rows(
                        "analytics_owner",
                        "select relname from pg_class where relrowsecurity and relforcerowsecurity"
                                + " and relname like '%\\_fact' order by 1"))
                .containsExactly(
                        "callback_fact",
                        "climb_fact",
                        "clock_fact",
                        "part_fact",
                        "ticket_fact",
                        "whistle_department_fact",
                        "whistle_fact");
        called("214501", "U-A", 1, 1);
        assertThat(Database.rows("analytics_app", "select count(*) from ticket_fact"))
                .containsExactly("0");
        assertThat(Database.rows(
                        "analytics_owner",
                        "select table_name from information_schema.role_table_grants where grantee = 'analytics_app'"
                                + " and table_name like '%\\_fact' and privilege_type <> 'SELECT'"))
                .isEmpty();
    }

    private static void wrong(String query, String field) {
        as(analyst("21"), "?" + query).statusCode(400).body("errors.field", hasItem(field));
    }

    private static ValidatableResponse ask(String query) {
        return as(analyst("2145"), "?" + query);
    }

    private static ValidatableResponse as(Bearer bearer, String query) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(bearer))
                .get(RATES + query)
                .then();
    }

    private static Bearer analyst(String region) {
        return Bearer.of("analyst").regions(region);
    }

    /** Tickets N1, N2 ... of which the citizen was called back, and the first of them are solved. */
    private static void called(String region, String unit, int tickets, int solved) throws SQLException {
        ticket(region, unit, "null", "null", tickets);
        Database.run(
                "analytics_reader",
                "insert into callback_fact select ticket_id, 1, region, lead_unit, 1, true, '2026-11-10T12:00+08:00',"
                        + " true, substring(number, 2)::int <= " + solved + ", 'SATISFIED' from ticket_fact"
                        + " where region = '" + region + "'");
    }

    /** Of as many persons. */
    private static void received(String region, String caller, int persons) throws SQLException {
        ticket(region, "U-A", "'" + caller + "' || n", "timestamptz '2026-11-10T12:00+08:00'", persons);
    }

    private static void ticket(String region, String unit, String caller, String received, int many)
            throws SQLException {
        Database.run(
                "analytics_reader",
                "insert into ticket_fact (ticket_id, number, state, secret, region, channel, kind, category, lead_unit,"
                        + " units, caller, received_at, dispatches, misdirected, reworks, reopenings, excluded)"
                        + " select gen_random_uuid(), 'N' || n, 'CLOSED', false, '" + region
                        + "', 'PHONE', 'HELP', 'NOISE', '" + unit
                        + "', array['" + unit + "'], " + caller + ", " + received
                        + ", 1, false, 0, 0, false from generate_series(1, " + many + ") n");
    }
}
