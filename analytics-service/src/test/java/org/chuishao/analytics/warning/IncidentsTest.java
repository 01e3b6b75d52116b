package org.chuishao.analytics.warning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.figures.Database;
import org.chuishao.analytics.warning.effect.MeasureEffects;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** From many warnings to one incident, its ticket, and those who join it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class IncidentsTest extends Called {

    private static final String COLD = "HEATING_OFF.PIPE";

    @Inject
    MeasureEffects measure;

    /** One that is tried again finds its city empty. */
    private static int cities = 70;

    @Test
    void warnings_of_three_places_are_one_incident_with_one_ticket_that_later_callers_join() {
        String city = "21" + cities++;
        neighbours(city + "01001001", 0, 5);
        neighbours(city + "02001001", 0, 5);
        neighbours(city + "03001001", 0, 5);
        await().atMost(SOON)
                .until(() -> all(city).getList("items.id").size() == 3
                        && incidents(city).size() == 1);
        String id = all(city).getString("items[0].id");
        String incident = all(city).getString("items[0].incident");

        String inspected = "{\"verdict\":\"CONFIRMED\",\"reason\":\"x\",\"follow\":\"%s\"}";
        post(city, id + "/verdicts", inspected.formatted("FENCE")).statusCode(400);
        judge(city, id, "CONFIRMED").statusCode(204);
        assertThat(all(city).getList("items.state")).containsOnly("CONFIRMED");
        assertThat(all(city).getList("items.ticket")).containsOnly(incident);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(joins(incident)).hasSize(15).doesNotHaveDuplicates());
        JsonPath told = messages(incident).get(0);
        assertThat(told.getString("region")).isEqualTo(city);
        assertThat(told.getString("title")).contains("预警");
        assertThat(told.getString("content")).contains("15人").contains("15件").doesNotContain("neighbour");

        UUID later = callers.complains("neighbour-later", city + "01001001", COLD, now.plusSeconds(60));
        await().atMost(SOON).until(() -> joins(incident).contains(later.toString()));
        neighbours(city + "04001001", 0, 5);
        await().atMost(SOON).untilAsserted(() -> assertThat(joins(incident)).hasSize(21));
        // six in one county may be an anomaly as well, of the same incident
        assertThat(all(city).getList("items.findAll { it.rule == 'CLUSTER' }")).hasSize(4);
        assertThat(all(city).getList("items.state")).containsOnly("CONFIRMED");
        assertThat(joins(incident)).doesNotHaveDuplicates();

        callers.closes(UUID.fromString(incident), city, COLD, now.plusSeconds(120));
        await().atMost(SOON)
                .until(() -> Set.copyOf(all(city).getList("items.state")).equals(Set.of("HANDLED")));
    }

    @Test
    void what_was_confirmed_before_it_was_known_how_far_it_reaches_keeps_the_one_ticket() {
        String city = "21" + cities++;
        String ticket = confirmedIn(city);
        await().atMost(SOON).untilAsserted(() -> assertThat(joins(ticket)).hasSize(5));

        neighbours(city + "02001001", 0, 5);
        neighbours(city + "03001001", 0, 5);
        await().atMost(SOON)
                .until(() -> all(city)
                                        .getList("items.findAll { it.state == 'RAISED' }")
                                        .size()
                                == 2
                        && incidents(city).size() == 2);
        String wide = all(city).getString("items.find { it.state == 'RAISED' }.id");
        judge(city, wide, "CONFIRMED").statusCode(204);

        assertThat(incidents(city)).containsOnly(ticket);
        assertThat(all(city).getList("items.ticket")).containsOnly(ticket);
        assertThat(all(city).getList("items.state")).containsOnly("CONFIRMED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(joins(ticket)).hasSize(15).doesNotHaveDuplicates());
        assertThat(notes(ticket)).singleElement().asString().contains("15人").contains("15件");

        neighbours(city + "04001001", 0, 5);
        await().atMost(SOON).untilAsserted(() -> assertThat(joins(ticket)).hasSize(20));
        assertThat(incidents(city)).containsOnly(ticket);
        assertThat(notes(ticket)).hasSize(1);
    }

    @Test
    void a_ticket_whose_units_are_done_takes_in_no_wider_incident() throws SQLException {
        String city = "21" + cities++;
        String local = confirmedIn(city);
        callers.isAnswered(UUID.fromString(local), city + "01001001", COLD, now.plusSeconds(60));
        await().atMost(SOON).until(() -> Database.rows(
                        "analytics_reader", "select state from ticket_fact where ticket_id = '" + local + "'")
                .toString()
                .contains("ANSWERED"));
        neighbours(city + "02001001", 0, 5);
        neighbours(city + "03001001", 0, 5);
        await().atMost(SOON)
                .until(() -> all(city)
                                        .getList("items.findAll { it.state == 'RAISED' }")
                                        .size()
                                == 2
                        && incidents(city).size() == 2);

        judge(city, all(city).getString("items.find { it.state == 'RAISED' }.id"), "CONFIRMED")
                .statusCode(204);

        assertThat(new HashSet<>(all(city).getList("items.ticket"))).hasSize(2).contains(local);
        assertThat(notes(local)).isEmpty();
    }

    @Test
    void who_covers_a_part_of_the_incident_confirms_his_part_alone() {
        neighbours("216201001001", 0, 5);
        neighbours("216202001001", 0, 5);
        neighbours("216203001001", 0, 5);
        await().atMost(SOON)
                .until(() -> all("2162").getList("items.id").size() == 3
                        && incidents("2162").size() == 1);
        String own = all("216201").getString("items[0].id");

        judge("216202", own, "CONFIRMED").statusCode(404);
        judge("216201", own, "CONFIRMED").statusCode(204);
        one("2162", own).body("warning.incident", nullValue()).body("warning.ticket", is(own));
        await().atMost(SOON).untilAsserted(() -> assertThat(joins(own)).hasSize(5));
        assertThat(all("2162").getList("items.state")).containsExactlyInAnyOrder("CONFIRMED", "RAISED", "RAISED");
    }

    @Test
    void who_complained_in_a_false_one_does_not_join_the_ticket_of_the_others() {
        neighbours("216401001001", 0, 5);
        neighbours("216402001001", 0, 5);
        neighbours("216403001001", 0, 5);
        await().atMost(SOON)
                .until(() -> all("2164").getList("items.id").size() == 3
                        && incidents("2164").size() == 1);
        String wrong = all("216401").getString("items[0].id");
        String right = all("216402").getString("items[0].id");
        String incident = all("2164").getString("items[0].incident");

        judge("2164", wrong, "FALSE").statusCode(204);
        judge("2164", right, "CONFIRMED").statusCode(204);
        await().atMost(SOON).untilAsserted(() -> assertThat(joins(incident)).hasSize(10));
        assertThat(messages(incident).get(0).getString("content")).contains("10人");
        handle("216402", right).statusCode(409).body("detail", containsString("ticket"));
    }

    @Test
    void a_false_one_has_no_ticket_and_the_others_of_its_incident_wait() {
        neighbours("216301001001", 0, 5);
        await().atMost(SOON).until(() -> all("216301").getList("items.id").size() == 1);
        String id = all("216301").getString("items[0].id");
        judge("216301", id, "FALSE").statusCode(204);
        one("216301", id).body("warning.ticket", nullValue()).body("warning.incident", notNullValue());
        handle("216301", id).statusCode(409).body("detail", containsString("FALSE"));
    }

    @Test
    void what_no_ticket_stands_for_is_handled_by_word_and_its_effect_is_measured_after_thirty_days()
            throws SQLException {
        for (int i = 0; i < 3; i++) {
            callers.complains("neighbour-again", "216301001002", "NOISE_FROM.SITE", now.minusSeconds(60 - i));
        }
        await().atMost(SOON)
                .until(() -> all("216301001")
                                .getList("items.findAll { it.rule == 'REPEAT' }.id")
                                .size()
                        == 1);
        String id = all("216301001").getString("items.find { it.rule == 'REPEAT' }.id");
        handle("216301", id).statusCode(409);
        post("216301", id + "/verdicts", "{\"verdict\":\"CONFIRMED\",\"reason\":\"x\",\"follow\":\"TICKET\"}")
                .statusCode(400)
                .body("errors.field", hasItem("follow"));
        judge("216301", id, "CONFIRMED").statusCode(204);
        handle("216301", id).statusCode(204);
        one("216301", id).body("warning.state", is("HANDLED")).body("effect", nullValue());
        assertThat(all("216301001").prettify()).doesNotContain("neighbour-again");

        Database.run("postgres", "update warning_node set at = at - interval '31 days' where warning = '" + id + "'");
        await().atMost(SOON).until(() -> measured(id));
        one("216301", id)
                .body("warning.state", is("CLOSED"))
                .body("effect.days", is(30))
                .body("effect.after", is(0))
                .body("effect.before", not(nullValue()));
    }

    private boolean measured(String id) {
        measure.measure().await().atMost(Duration.ofSeconds(20));
        return one("216301", id).extract().path("effect") != null;
    }

    private void neighbours(String region, int first, int many) {
        for (int i = first; i < first + many; i++) {
            callers.complains("neighbour-" + region + i, region, COLD, now);
        }
    }

    /** @return the ticket of its first community, which was confirmed before it was known how far it reaches */
    private String confirmedIn(String city) {
        neighbours(city + "01001001", 0, 5);
        await().atMost(SOON).until(() -> all(city).getList("items.id").size() == 1);
        judge(city, all(city).getString("items[0].id"), "CONFIRMED").statusCode(204);
        return all(city).getString("items[0].incident");
    }

    private static JsonPath all(String region) {
        return as(region).get(WARNINGS + "?region=" + region).jsonPath();
    }

    private static Set<Object> incidents(String region) {
        return new HashSet<>(all(region).getList("items.incident"));
    }

    private static ValidatableResponse one(String region, String id) {
        return as(region).get(WARNINGS + "/" + id).then().statusCode(200);
    }

    /** What is said of the ticket, in order. */
    private List<JsonPath> messages(String ticket) {
        return log.read(Topics.WARNINGS).stream()
                .map(found -> JsonPath.from(found.value()))
                .filter(said -> ticket.equals(said.getString("ticket")))
                .toList();
    }

    private List<String> joins(String ticket) {
        return messages(ticket).stream()
                .flatMap(said -> said.<String>getList("joins").stream())
                .toList();
    }

    private List<String> notes(String ticket) {
        return messages(ticket).stream()
                .map(said -> said.getString("note"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static ValidatableResponse judge(String region, String id, String verdict) {
        return post(region, id + "/verdicts", "{\"verdict\":\"" + verdict + "\",\"reason\":\"已核实\"}");
    }

    private static ValidatableResponse handle(String region, String id) {
        return post(region, id + "/handlings", "{\"words\":\"已督办\"}");
    }

    private static ValidatableResponse post(String region, String path, String body) {
        return as(region)
                .contentType(ContentType.JSON)
                .body(body)
                .post(WARNINGS + "/" + path)
                .then();
    }

    private static RequestSpecification as(String region) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("analyst").regions(region)));
    }
}
