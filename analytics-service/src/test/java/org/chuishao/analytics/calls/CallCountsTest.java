package org.chuishao.analytics.calls;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.chuishao.analytics.figures.Database;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CallCountsTest {

    private static final String DAY = "/api/v1/call-counts/2146/2026-11-10";

    @AfterEach
    void nothing_stays() throws SQLException {
        Database.run("postgres", "delete from call_count where region like '2146%' or region = '21'");
    }

    @Test
    void the_connection_rate_is_of_the_calls_and_a_correction_changes_it() {
        put("2146", DAY, 1000, 900, 600).statusCode(204);
        put("2146", DAY, 1000, 950, 760).statusCode(204);
        put("2146", "/api/v1/call-counts/2146/2026-11-11", 200, 200, 190).statusCode(204);

        rate("connection-rate").body("total.numerator", is(1150)).body("total.denominator", is(1200));
        rate("answered-within-15-s")
                .body("total.numerator", is(950))
                .body("total.denominator", is(1150))
                .body("total.value", is(0.8261f));
    }

    @Test
    void a_day_that_the_province_has_counted_is_not_counted_again_by_its_cities() {
        put("2146", DAY, 100, 90, 60).statusCode(204);
        put("21", "/api/v1/call-counts/21/2026-11-10", 1000, 800, 700).statusCode(204);

        rate("connection-rate").body("total.denominator", is(100));
        rate("21", "connection-rate").body("total.numerator", is(800)).body("total.denominator", is(1000));
    }

    @Test
    void what_cannot_be_is_refused() {
        put("2146", DAY, 10, 11, 1).statusCode(400).body("errors.field", hasItem("connected"));
        put("2146", DAY, 10, 9, 10).statusCode(400).body("errors.field", hasItem("within15s"));
        put("2146", DAY, -1, 0, 0).statusCode(400).body("errors.field", hasItem("offered"));
        put("2146", "/api/v1/call-counts/2146/2199-01-01", 1, 1, 1)
                .statusCode(400)
                .body("errors.field", hasItem("day"));
        put("21", "/api/v1/call-counts/214601/2026-11-10", 1, 1, 1)
                .statusCode(400)
                .body("errors.field", hasItem("region"));
        put("214601", DAY, 1, 1, 1).statusCode(404);
        put("2147", DAY, 1, 1, 1).statusCode(404);
    }

    private static ValidatableResponse rate(String name) {
        return rate("2146", name);
    }

    private static ValidatableResponse rate(String region, String name) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("analyst").regions(region)))
                .get("/api/v1/figures/rates?name=" + name + "&region=" + region + "&from=2026-11-10&to=2026-11-11")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(String scope, String path, int offered, int connected, int within) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("call-centre").regions(scope)))
                .contentType(ContentType.JSON)
                .body("{\"offered\":" + offered + ",\"connected\":" + connected + ",\"within15s\":" + within + "}")
                .put(path)
                .then();
    }
}
