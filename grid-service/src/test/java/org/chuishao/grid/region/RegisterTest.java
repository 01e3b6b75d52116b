package org.chuishao.grid.region;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Liaoning as the first start loaded it, read over the API. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RegisterTest {

    @Inject
    @ReactiveDataSource("reader")
    Pool reader;

    @Test
    void theFirstStartPublishesRegionsAndUnitsWithTheProvinceLast() {
        String regions =
                " FROM outbox WHERE topic = 'regions' AND seq < (SELECT min(seq) FROM outbox WHERE topic = 'units')";
        assertThat(number("SELECT count(*)" + regions)).isEqualTo(1 + 14 + 100 + 1_406 + 16_727);
        assertThat(number("SELECT count(*) FROM outbox WHERE topic = 'units' AND seq <= (SELECT min(seq) FROM outbox"
                        + " WHERE topic = 'units' AND key = 'U-WATER-21')"))
                .isEqualTo(21_033);
        assertThat(number("SELECT key::bigint" + regions + " ORDER BY seq DESC LIMIT 1"))
                .isEqualTo(21);
    }

    @Test
    void thereAreThreeSyntheticGridsToACommunity() {
        given(anyone())
                .get("/api/v1/regions/210102001002/children")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("210102001002101", "210102001002102", "210102001002103")))
                .body("items.synthetic", everyItem(is(true)))
                .body("items.kind", everyItem(is("BASE")))
                .body("next", nullValue());
    }

    @Test
    void listsGoOnFromTheirCursor() {
        String next = given(anyone())
                .get("/api/v1/regions?level=2&limit=10")
                .then()
                .body("items", hasSize(10))
                .body("items[0].name", is("沈阳市"))
                .extract()
                .path("next");
        given(anyone())
                .queryParam("cursor", next)
                .get("/api/v1/regions?level=2&limit=10")
                .then()
                .body("items", hasSize(4))
                .body("next", nullValue());
    }

    @Test
    void aCountyHasALabelPointWithItsSystem() {
        given(anyone())
                .get("/api/v1/regions/210102")
                .then()
                .body("name", is("和平区"))
                .body("synthetic", is(false))
                .body("longitude", notNullValue())
                .body("crs", is("CGCS2000"));
    }

    @Test
    void unitsOfALineInACounty() {
        given(anyone())
                .get("/api/v1/units?line=HEATING&region=210102")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("U-HEATING-210102", "U-HEATING-CO-210102")))
                .body("items.synthetic", everyItem(is(true)))
                .body("items[1].superior", is("U-HEATING-210102"));
        given(anyone()).get("/api/v1/units/U-TERR-210102").then().body("kind", is("COUNTY_DESK"));
    }

    @ParameterizedTest
    @CsvSource({
        "text=和平区文安路社区, 210102019009, TEXT",
        "code=210102001002101, 210102001002101, CODE",
        "lat=41.7935&lng=123.3925&crs=WGS84, 210102, COUNTY_OUTLINE"
    })
    void aPlaceIsFound(String query, String code, String foundBy) {
        given(anyone())
                .get("/api/v1/locations?" + query)
                .then()
                .statusCode(200)
                .body("code", is(code))
                .body("foundBy", is(foundBy))
                .body("path[0]", is("辽宁省"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/locations, text",
        "/api/v1/locations?lat=41.8&lng=123.4, crs",
        "/api/v1/locations?lat=91&lng=123.4&crs=WGS84, lat",
        "/api/v1/regions?level=7, level",
        "/api/v1/regions?limit=0, limit",
        "/api/v1/units?kind=SHOP, kind",
    })
    void aWrongQuestionNamesItsField(String path, String field) {
        given(anyone())
                .get(path)
                .then()
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("errors.field", hasItems(field));
    }

    @Test
    void whatIsNotThereIs404AndWithoutATokenNothingIs() {
        given(anyone()).get("/api/v1/regions/2199").then().statusCode(404);
        given(anyone()).get("/api/v1/units/U-NONE").then().statusCode(404);
        given(anyone()).get("/api/v1/locations?text=暖气不热").then().statusCode(404);
        given().get("/api/v1/regions").then().statusCode(401);
    }

    private long number(String sql) {
        return reader.query(sql)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(30))
                .iterator()
                .next()
                .getLong(0);
    }

    private static RequestSpecification anyone() {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("citizen")))
                .urlEncodingEnabled(true);
    }
}
