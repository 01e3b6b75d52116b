package org.chuishao.analytics.warning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.figures.Database;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** From events on the log to warnings in people's hands, by Kafka Streams and Postgres as they are. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WarningsTest extends Called {

    private static final String COLD = "HEATING.NONE";

    @Test
    void five_neighbours_are_warned_of_once_judged_once_and_only_others_make_the_next() {
        String here = "214401001001";
        neighbours(here, 0, 5);
        String id = await().atMost(SOON)
                .until(() -> ids(here), them -> them.size() == 1)
                .get(0);

        as("analyst", "2144")
                .get(WARNINGS + "/" + id)
                .then()
                .statusCode(200)
                .body("warning.rule", is("CLUSTER"))
                .body("warning.level", is("YELLOW"))
                .body("warning.stateLabel", is("待研判"))
                .body("warning.people", is(5))
                .body("evidence", hasSize(5))
                .body("evidence.findAll { it.deciding }", hasSize(1))
                .body("life.type", is(List.of("RAISED")));
        String all = as("analyst", "2144").get(WARNINGS + "/" + id).asString();
        assertThat(all).doesNotContain("neighbour-");
        as("analyst", "2143").get(WARNINGS + "/" + id).then().statusCode(404);
        as("analyst", "2143").get(WARNINGS + "?region=" + here).then().statusCode(404);

        neighbours(here, 5, 1);
        await().atMost(SOON).until(() -> people(id) == 6);
        assertThat(ids(here)).containsExactly(id);

        judge(id, "FALSE").statusCode(204);
        judge(id, "CONFIRMED").statusCode(409).body("detail", containsString("FALSE"));
        neighbours(here, 10, 4);
        neighbours("214401001099", 0, 5);
        await().atMost(SOON).until(() -> !ids("214401001099").isEmpty());
        assertThat(ids(here)).containsExactly(id);
        neighbours(here, 14, 1);
        await().atMost(SOON).until(() -> ids(here).size() == 2);
        as("analyst", "2144")
                .get(WARNINGS + "?region=" + here + "&state=RAISED")
                .then()
                .body("items[0].people", is(5));

        assertThat(log.read(Topics.WARNINGS).stream()
                        .filter(found -> id.equals(found.headers().get("ce_subject")))
                        .map(found -> found.headers().get("ce_type")))
                .containsExactly("org.chuishao.warning.raised.v1", "org.chuishao.warning.judged.v1");
    }

    @Test
    void three_on_a_station_by_the_names_in_their_words() {
        String network = """
                {"name":"锦绣换热站","line":"HEATING","region":"214403",
                 "reaches":[{"region":"214403001001","names":["锦绣家园"]},{"region":"214403001002"}]}
                """;
        put("analyst", "2144", "/api/v1/networks/ST-9", network).statusCode(204);
        put("analyst", "2143", "/api/v1/networks/ST-9", network).statusCode(404);
        put("analyst", "2144", "/api/v1/networks/ST 9", network).statusCode(400).body("errors.field", hasItem("code"));
        await().pollDelay(Duration.ofSeconds(12)).atMost(SOON).until(() -> true);

        onStation("a", "214403001001", "锦绣家园三号楼没有暖气");
        onStation("b", "214403001001", "我家没有暖气");
        onStation("c", "214403001002", "没有暖气");
        onStation("d", "214403001002", "没有暖气");
        await().atMost(SOON).until(() -> !ids("214403001&rule=FACILITY").isEmpty());
        as("analyst", "2144")
                .get(WARNINGS + "?region=214403001&rule=FACILITY")
                .then()
                .body("items", hasSize(1))
                .body("items[0].network", is("ST-9"))
                .body("items[0].people", is(3));
    }

    @Test
    void one_who_is_in_danger_is_warned_of_at_once() {
        UUID ticket = callers.complains(
                "neighbour-x", "214403001001", "SAFETY_HAZARD.PEOPLE", now, Severity.CRITICAL, "有人要跳楼");
        await().atMost(SOON).until(() -> !ids("214403001001").isEmpty());
        as("supervisor", "214403")
                .get(WARNINGS + "?rule=SAFETY")
                .then()
                .body("items", hasSize(1))
                .body("items[0].level", is("RED"));
        String id = ids("214403001001").get(0);
        as("supervisor", "214403").get(WARNINGS + "/" + id).then().body("evidence[0].ticket", is(ticket.toString()));
    }

    @Test
    void what_was_taken_back_or_found_to_be_another_matter_does_not_count() {
        String here = "214404001001";
        UUID back = callers.complains("neighbour-0", here, COLD, now);
        callers.withdraws(back, now.plusSeconds(1));
        UUID other = callers.complains("neighbour-1", here, COLD, now);
        callers.classified(other, here, "NOISE.NIGHT", now.plusSeconds(1), Severity.ORDINARY);
        // a moment in which five stand is one in which five stand
        await().pollDelay(Duration.ofSeconds(2)).atMost(SOON).until(() -> unsent(other) == 0);
        neighbours(here, 2, 4);
        neighbours("214404001002", 0, 5);
        await().atMost(SOON).until(() -> !ids("214404001002").isEmpty());
        assertThat(ids(here)).isEmpty();
        neighbours(here, 6, 1);
        await().atMost(SOON).until(() -> ids(here).size() == 1);
        assertThat(people(ids(here).get(0))).isEqualTo(5);
    }

    @Test
    void wrong_words_are_named() {
        as("analyst", "21").get(WARNINGS + "?rule=X").then().statusCode(400).body("errors.field", hasItem("rule"));
        as("analyst", "21").get(WARNINGS + "?state=X").then().statusCode(400).body("errors.field", hasItem("state"));
        as("analyst", "21").get(WARNINGS + "?limit=0").then().statusCode(400).body("errors.field", hasItem("limit"));
        as("analyst", "21").get(WARNINGS + "?after=x").then().statusCode(400).body("errors.field", hasItem("after"));
        as("citizen", "21").get(WARNINGS).then().statusCode(403);
        judge(UUID.randomUUID().toString(), "FALSE").statusCode(404).body("detail", not(containsString("null")));
    }

    @Test
    void a_county_may_set_its_own_steps_and_no_others() {
        String steps = "{\"steps\":[{\"level\":\"ORANGE\",\"count\":2,\"withinMinutes\":60}]}";
        put("analyst", "214405", "/api/v1/warning-rules/CLUSTER?region=21", steps)
                .statusCode(404);
        put("analyst", "214405", "/api/v1/warning-rules/SAFETY?region=214405", steps)
                .statusCode(400);
        put("analyst", "214405", "/api/v1/warning-rules/CLUSTER?region=214405", "{\"steps\":[]}")
                .statusCode(400);
        put("analyst", "214405", "/api/v1/warning-rules/CLUSTER?region=214405&category=HEATING", steps)
                .statusCode(204);
        await().atMost(SOON).until(() -> as("analyst", "214405")
                .get("/api/v1/warning-rules")
                .jsonPath()
                .getList("items.findAll { it.region == '214405' }.rule")
                .contains("CLUSTER"));

        neighbours("214405001001", 0, 2);
        neighbours("214406001001", 0, 2);
        await().atMost(SOON).until(() -> ids("214405001001").size() == 1);
        assertThat(ids("214406001001")).isEmpty();
    }

    /** Signals of a ticket that are still to be sent; all of them while its last event has not been read. */
    private static int unsent(UUID ticket) throws SQLException {
        boolean unread = Database.rows(
                        "analytics_reader",
                        "select 1 from ticket_fact where category = 'NOISE.NIGHT' and ticket_id = '" + ticket + "'")
                .isEmpty();
        return unread
                ? Integer.MAX_VALUE
                : Database.rows("analytics_reader", "select 1 from outbox where topic = 'signals' and sent_at is null")
                        .size();
    }

    private void neighbours(String region, int first, int many) {
        for (int i = first; i < first + many; i++) {
            callers.complains("neighbour-" + region + i, region, COLD, now);
        }
    }

    private void onStation(String who, String region, String words) {
        callers.complains("neighbour-" + who, region, COLD, now, Severity.ORDINARY, words);
    }

    private List<String> ids(String region) {
        return as("analyst", "2144")
                .get(WARNINGS + "?region=" + region)
                .jsonPath()
                .getList("items.id");
    }

    private int people(String id) {
        return as("analyst", "2144").get(WARNINGS + "/" + id).jsonPath().getInt("warning.people");
    }

    private static ValidatableResponse judge(String id, String verdict) {
        return as("analyst", "2144")
                .contentType(ContentType.JSON)
                .body("{\"verdict\":\"" + verdict + "\",\"reason\":\"已核实\"}")
                .post(WARNINGS + "/" + id + "/verdicts")
                .then();
    }

    private static ValidatableResponse put(String role, String region, String path, String body) {
        return as(role, region)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    private static RequestSpecification as(String role, String region) {
        return given().auth().oauth2(Mesh.shared().mint().token(Bearer.of(role).regions(region)));
    }
}
