package org.chuishao.analytics.backtest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chuishao.analytics.figures.Database;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BacktestsTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final Duration SOON = Duration.ofSeconds(60);

    @AfterEach
    void nothing_stays() throws SQLException {
        forget("warning_node", "warning in (select id from warning where region like '2147%')");
        forget("warning_ticket", "region like '2147%'");
        forget("warning", "region like '2147%'");
        reader(
                "delete from ticket_network where ticket_id in (select ticket_id from ticket_fact where region like '2147%')");
        reader("delete from ticket_fact where region like '2147%'");
        reader("delete from backtest where region like '2147%'");
    }

    @Test
    void a_curve_of_thresholds_says_what_each_would_have_been_worth() throws Exception {
        people("214701001001", 3, 12);
        warned("214701001001", "CONFIRMED");
        people("214701001002", 5, 6);
        warned("214701001002", "FALSE");
        people("214701001003", 7, 5);
        people("214702001003", 9, 3);

        String id = asked("2147", "\"try\":[3,8]");

        as("analyst", "2147")
                .get(BACKTESTS + "/" + id)
                .then()
                .body("result.days", is(30))
                .body("result.complaints", is(26))
                .body("result.outcomes.tried", contains(nullValue(), is(3), is(8)))
                .body("result.outcomes.raised", contains(3, 4, 1))
                .body("result.outcomes.right", contains(1, 1, 1))
                .body("result.outcomes.wrong", contains(1, 1, 0))
                .body("result.outcomes.unjudged", contains(1, 2, 0))
                .body("result.outcomes[0].precision.value", is(0.5f))
                .body("result.outcomes[0].recall.denominator", is(1))
                .body("result.outcomes[0].beforeTenthComplaint.medianMinutes", is(300.0f))
                .body("result.outcomes[1].beforeTenthComplaint.medianMinutes", is(420.0f))
                .body("result.outcomes[0].beforeVerdict.incidents", is(1))
                .body("result.raised", hasSize(3))
                .body("result.raised.findAll { it.verdict == 'RIGHT' }.region", contains("214701001001"))
                .body("result.definitions.name", hasItem("recall"));

        String svg = as("analyst", "2147")
                .get(BACKTESTS + "/" + id + "/picture")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
        assertThat(svg).contains("<title", "<desc", "precision 50.0% (1/2)");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void only_the_region_that_was_asked_for_is_read_and_told_of() throws SQLException {
        people("214701001001", 3, 6);
        people("214702001001", 3, 6);

        String id = asked("214702", "\"try\":[4]");

        as("analyst", "214702")
                .get(BACKTESTS + "/" + id)
                .then()
                .body("result.complaints", is(6))
                .body("result.raised.region", contains("214702001001"));
        as("analyst", "214701").get(BACKTESTS + "/" + id).then().statusCode(404);
        as("analyst", "214701").get(BACKTESTS + "/" + id + "/picture").then().statusCode(404);
        as("analyst", "214701").get(BACKTESTS).then().body("items.id", not(hasItem(id)));
        as("auditor", "21").get(BACKTESTS).then().body("items.id", hasItem(id));
        post("analyst", "214702", body("2147", ""), key()).statusCode(404);
        post("analyst", "214702", body("214701", ""), key()).statusCode(404);
    }

    @Test
    void three_on_a_network_and_one_who_comes_again_are_tried_as_well() throws SQLException {
        people("214701001001", 3, 3);
        reader(
                "insert into ticket_network select ticket_id, '{}', '{ST-1}' from ticket_fact where region = '214701001001'");
        reader("update ticket_fact set caller = 'one' where region = '214701001001'");

        String network = asked("2147", "\"steps\":[{\"level\":\"RED\",\"count\":1,\"withinMinutes\":300}]", "FACILITY");
        as("analyst", "2147").get(BACKTESTS + "/" + network).then().body("result.raised", hasSize(1));
        String person = asked("2147", "\"try\":[2]", "REPEAT");
        as("analyst", "2147")
                .get(BACKTESTS + "/" + person)
                .then()
                .body("result.raised", hasSize(1))
                .body("result.raised[0].region", is("214701"))
                .body("result.raised[0].tickets", empty());
        String all = as("analyst", "2147").get(BACKTESTS + "/" + person).asString();
        assertThat(all).doesNotContain("\"one\"");
    }

    @Test
    void the_same_key_is_one_job_and_a_job_without_life_has_failed() throws SQLException {
        String key = key();
        String body = body("2147", "");
        String first =
                post("analyst", "2147", body, key).statusCode(202).extract().path("id");
        post("analyst", "2147", body, key).statusCode(202).body("id", is(first));
        post("analyst", "2147", body("2147", "\"try\":[4]"), key).statusCode(422);
        post("analyst", "2147", body, null).statusCode(400);

        String dead = UUID.randomUUID().toString();
        reader("delete from backtest where region = '2147'");
        Database.run(
                "analytics_owner",
                "alter table backtest no force row level security; insert into backtest (id, region, asked, asked_by, state,"
                        + " beat_at) values ('" + dead + "', '2147', '" + body + "', 'x', 'RUNNING',"
                        + " app_now() - interval '3 minutes'); alter table backtest force row level security");
        await().atMost(SOON).untilAsserted(() -> as("analyst", "2147")
                .get(BACKTESTS + "/" + dead)
                .then()
                .body("state", is("FAILED"))
                .body("cause", containsString("gone")));
        as("analyst", "2147").get(BACKTESTS + "/" + dead + "/picture").then().statusCode(409);
    }

    @Test
    void wrong_words_are_named() {
        String good = body("2147", "");
        post("analyst", "2147", good.replace("CLUSTER", "SAFETY"), key())
                .statusCode(400)
                .body("errors.field", hasItem("rule"));
        post("analyst", "2147", good.replace("2026-11-30", "2028-11-30"), key()).statusCode(400);
        post("analyst", "2147", body("2147", "\"try\":[0]"), key()).statusCode(400);
        post("analyst", "2147", body("2147", "\"category\":\"a'b\""), key()).statusCode(400);
        post("analyst", "21x", good, key()).statusCode(404);
        post("dispatcher", "2147", good, key()).statusCode(403);
        post("unit", "2147", good, key()).statusCode(403);
        as("analyst", "21").get(BACKTESTS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static String asked(String region, String more) {
        return asked(region, more, "CLUSTER");
    }

    private static String asked(String region, String more, String rule) {
        String id = post("analyst", region, body(region, more).replace("CLUSTER", rule), key())
                .statusCode(202)
                .header("Location", notNullValue())
                .extract()
                .path("id");
        await().atMost(SOON).untilAsserted(() -> as("analyst", region)
                .get(BACKTESTS + "/" + id)
                .then()
                .body("cause", nullValue())
                .body("state", is("DONE")));
        return id;
    }

    private static String body(String region, String more) {
        return "{\"rule\":\"CLUSTER\",\"region\":\"" + region + "\",\"from\":\"2026-11-01\",\"to\":\"2026-11-30\""
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static ValidatableResponse post(String role, String region, String body, String key) {
        RequestSpecification request =
                as(role, region).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(BACKTESTS)
                .then();
    }

    private static RequestSpecification as(String role, String region) {
        return given().auth().oauth2(Mesh.shared().mint().token(Bearer.of(role).regions(region)));
    }

    /** Different people of a community, an hour apart, from midnight of a day of November on. */
    private static void people(String region, int day, int many) throws SQLException {
        reader(
                "insert into ticket_fact (ticket_id, number, state, secret, region, channel, kind, category, units, caller,"
                        + " received_at, dispatches, misdirected, reworks, reopenings, excluded)"
                        + " select gen_random_uuid(), 'N' || n, 'CLOSED', false, '" + region
                        + "', 'PHONE', 'HELP', 'HEATING_OFF', '{}', '" + region + "-' || n, timestamptz '2026-11-0"
                        + day
                        + "T00:00+08:00' + n * interval '1 hour', 1, false, 0, 0, false from generate_series(1, " + many
                        + ") n");
    }

    /** The warning that was really raised, at the last of its complaints, with its verdict an hour later. */
    private static void warned(String region, String state) throws SQLException {
        reader("insert into warning select gen_random_uuid(), 'CLUSTER', '" + region + "', 'YELLOW', '" + state + "', '"
                + region + "', 'HEATING_OFF', null, min(ticket_id::text)::uuid, 5, max(received_at), max(received_at),"
                + " min(received_at), max(received_at), count(*), count(*) from ticket_fact where region = '" + region
                + "'");
        reader("insert into warning_ticket select w.id, f.ticket_id, f.region, f.received_at from warning w"
                + " join ticket_fact f on f.region = w.region where w.region = '" + region + "'");
        reader(
                "insert into warning_node (warning, at, type, level, role, actor) select id, at + interval '1 hour', state,"
                        + " level, 'analyst', 'a' from warning where region = '" + region + "'");
    }

    /** Which nobody may in a service that runs: warnings stay. */
    private static void forget(String table, String those) throws SQLException {
        Database.run(
                "analytics_owner",
                "alter table warning no force row level security; alter table " + table
                        + " no force row level security; delete from " + table + " where " + those + "; alter table "
                        + table
                        + " force row level security; alter table warning force row level security");
    }

    private static void reader(String statement) throws SQLException {
        Database.run("analytics_reader", statement);
    }
}
