package org.chuishao.analytics.warning.season;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What the season and the weather bring is planned for before it comes, once. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SeasonsTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    DuePlans due;

    @Test
    void a_plan_is_due_so_many_days_before_and_once() {
        season("S-NEAR", "2165", today.plusDays(14), 14).statusCode(204);
        season("S-FAR", "2165", today.plusDays(15), 14).statusCode(204);
        raise();
        raise();

        JsonPath plans = warnings("2165");
        assertThat(plans.getList("items")).hasSize(1);
        assertThat(plans.getString("items[0].rule")).isEqualTo("SEASON");
        assertThat(plans.getString("items[0].category")).isEqualTo("ADMISSION");
        assertThat(plans.getString("items[0].firstAt"))
                .startsWith(today.plusDays(14).toString());
        String id = plans.getString("items[0].id");
        post("2165", id + "/verdicts", "{\"verdict\":\"CONFIRMED\",\"reason\":\"制定招生工作方案\"}")
                .statusCode(204);
        post("2165", id + "/handlings", "{\"words\":\"方案已下发\"}").statusCode(204);
        assertThat(warnings("2165").getString("items[0].ticket")).isNull();
        assertThat(warnings("2165").getString("items[0].state")).isEqualTo("HANDLED");
    }

    @Test
    void extreme_weather_asks_for_a_plan_for_each_matter_and_blue_for_none() {
        alert("2166", today.plusDays(1), "COLD_WAVE", "ORANGE").statusCode(204);
        alert("2166", today.plusDays(2), "COLD_WAVE", "YELLOW").statusCode(204);
        alert("2166", today.plusDays(1), "WIND", "BLUE").statusCode(204);
        raise();
        raise();

        assertThat(Set.copyOf(warnings("2166").getList("items.category")))
                .isEqualTo(Set.of("HEATING_OFF", "HEATING_SERVICE", "WATER_OFF"));
        assertThat(warnings("2166").getList("items")).hasSize(3);
    }

    @Test
    void only_what_lies_in_the_scope_is_said_and_seen() {
        season("S-OTHER", "2167", today, 0).statusCode(204);
        put("2166", "/api/v1/seasons/S-X", body("2167", today, 0)).statusCode(404);
        put("2166", "/api/v1/weather/21/" + today, "{\"kind\":\"HEAT\",\"level\":\"RED\"}")
                .statusCode(404);
        assertThat(as("2166").get("/api/v1/seasons").jsonPath().getList("items.code"))
                .doesNotContain("S-OTHER");
        assertThat(as("2167").get("/api/v1/seasons").jsonPath().getList("items.code"))
                .contains("S-OTHER");
    }

    @Test
    void what_cannot_be_is_refused() {
        season("S 1", "2165", today, 14).statusCode(400).body("errors.field", hasItem("code"));
        season("S-1", "2165", today, -1).statusCode(400).body("errors.field", hasItem("leadDays"));
        put("2165", "/api/v1/seasons/S-1", body("2165", today, 1).replace("ends\":\"2", "ends\":\"1"))
                .statusCode(400)
                .body("errors.field", hasItem("ends"));
        alert("2165", today, "FOG", "RED").statusCode(400);
        put("2165", "/api/v1/weather/2165/x", "{\"kind\":\"HEAT\",\"level\":\"RED\"}")
                .statusCode(400)
                .body("errors.field", hasItem("day"));
    }

    private void raise() {
        due.raise().await().atMost(Duration.ofSeconds(20));
    }

    private static ValidatableResponse season(String code, String region, LocalDate begins, int lead) {
        return put(region, "/api/v1/seasons/" + code, body(region, begins, lead));
    }

    private static String body(String region, LocalDate begins, int lead) {
        return """
                {"name":"招生","region":"%s","category":"ADMISSION","begins":"%s","ends":"%s","leadDays":%d}
                """.formatted(region, begins, begins.plusDays(20), lead);
    }

    private static ValidatableResponse alert(String region, LocalDate day, String kind, String level) {
        return put(
                region,
                "/api/v1/weather/" + region + "/" + day,
                "{\"kind\":\"" + kind + "\",\"level\":\"" + level + "\"}");
    }

    private static JsonPath warnings(String region) {
        return as(region).get("/api/v1/warnings?region=" + region).jsonPath();
    }

    private static ValidatableResponse put(String region, String path, String body) {
        return as(region).contentType(ContentType.JSON).body(body).put(path).then();
    }

    private static ValidatableResponse post(String region, String path, String body) {
        return as(region)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/warnings/" + path)
                .then();
    }

    private static RequestSpecification as(String region) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("analyst").regions(region)));
    }
}
