package org.chuishao.grid.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.chuishao.grid.log.GridTables;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Regions with outlines, in and out again; each test has a community of 铁岭 to itself. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class OutlinedRegionsTest {

    private static final String GEO_JSON = "application/geo+json";

    @Test
    void anImportedGridIsFoundByItsOutlineAtOnce() {
        String community = community(0);
        send(collection(grid(community + "101", 124.00, "BASE"), grid(community + "201", 124.005, "OWN")), false)
                .statusCode(200)
                .body("outlines", is(2));
        given(ops())
                .get("/api/v1/locations?lat=43.005&lng=124.007&crs=CGCS2000")
                .then()
                .statusCode(200)
                .body("code", is(community + "101"))
                .body("foundBy", is("OUTLINE"))
                .body("also", contains(community + "201"))
                .body("path", hasSize(6));
        given(ops()).get("/api/v1/regions/" + community + "101").then().body("outlined", is(true));
    }

    @Test
    void baseGridsOfACommunityDoNotLieAcrossEachOther() {
        String community = community(1);
        send(collection(grid(community + "101", 124.10, "BASE")), false).statusCode(200);
        send(collection(grid(community + "102", 124.105, "BASE")), false)
                .statusCode(400)
                .body("errors.field", contains("features[0].geometry"))
                .body("errors[0].message", containsString(community + "101"));
        send(collection(grid(community + "102", 124.11, "BASE"), grid(community + "301", 124.105, "INDUSTRY")), false)
                .statusCode(200);
    }

    @Test
    void aNewTownAndItsCommunityComeTogetherAndAreTold() {
        String town = "211202" + "998";
        String file = "code,name,parent\n" + town + "001,新社区,\n" + town + ",新街道,211202\n";
        csv(file, true).statusCode(200).body("added", is(2));
        given(ops()).get("/api/v1/regions/" + town).then().statusCode(404);
        csv(file, false).statusCode(200).body("added", is(2));
        given(ops()).get("/api/v1/locations?code=" + town + "001").then().body("path", hasSize(5));
        assertThat(GridTables.text(
                        "select string_agg(key, ' ' order by seq) from outbox where topic = 'regions' and key like '"
                                + town + "%'"))
                .isEqualTo(town + "001 " + town);
        csv("code,name\n211202997001,无处\n", false).statusCode(400).body("errors.field", contains("lines[2].code"));
    }

    @Test
    void whatIsExportedIsImportedAgainAndChangesNothing() {
        String community = community(2);
        send(collection(grid(community + "101", 124.20, "BASE"), grid(community + "201", 124.205, "OWN")), false)
                .statusCode(200);

        String features = exported(community, GEO_JSON);
        send(features, false).statusCode(200).body("rows", is(3)).body("unchanged", is(3));
        String lines = exported(community, "text/csv");
        csv(lines, false).statusCode(200).body("rows", is(3)).body("unchanged", is(3));
        assertThat(exported(community, GEO_JSON)).isEqualTo(features);
        csv(lines.replace("网格 124.2\"", "东里\""), false).body("changed", is(1)).body("unchanged", is(2));
    }

    @Test
    void aSubtreeOfSeveralPagesIsExportedWhole() {
        String lines = exported("2112", "text/csv");
        List<String> codes =
                lines.lines().skip(1).map(line -> line.split(",", 2)[0]).toList();
        assertThat(codes).hasSizeGreaterThan(3_000).isSorted().doesNotHaveDuplicates();
        assertThat(codes.get(0)).isEqualTo("2112");
        assertThat(given(ops())
                        .accept(GEO_JSON)
                        .get("/api/v1/regions/2112/export")
                        .jsonPath()
                        .getList("features"))
                .hasSize(codes.size());
    }

    @Test
    void nobodyExportsWhatLiesOutsideOfHisRegions() {
        given(as(Bearer.of("supervisor").regions("2101")))
                .accept("text/csv")
                .get("/api/v1/regions/2112/export")
                .then()
                .statusCode(404);
    }

    private static String exported(String code, String form) {
        return given(ops())
                .accept(form)
                .get("/api/v1/regions/" + code + "/export")
                .then()
                .statusCode(200)
                .contentType(containsString(form))
                .extract()
                .asString();
    }

    private static ValidatableResponse send(String file, boolean dryRun) {
        return given(ops())
                .contentType(GEO_JSON)
                .body(file.getBytes(UTF_8))
                .queryParam("dryRun", dryRun)
                .post("/api/v1/regions/imports")
                .then();
    }

    private static ValidatableResponse csv(String file, boolean dryRun) {
        return given(ops())
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .queryParam("dryRun", dryRun)
                .post("/api/v1/regions/imports")
                .then();
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    /** A hundredth of a degree wide and high. */
    private static String grid(String code, double west, String kind) {
        double east = west + 0.01;
        String ring = "[[%1$s,43.0],[%2$s,43.0],[%2$s,43.01],[%1$s,43.01],[%1$s,43.0]]".formatted(west, east);
        return """
                {"type":"Feature","properties":{"code":"%s","name":"网格 %s","kind":"%s","households":300},
                 "geometry":{"type":"Polygon","coordinates":[%s]}}""".formatted(code, west, kind, ring);
    }

    private static String community(int index) {
        return given(ops())
                .get("/api/v1/regions?level=5&within=2112")
                .then()
                .extract()
                .path("items[" + index + "].code");
    }

    private static RequestSpecification ops() {
        return as(Bearer.of("ops").regions("21"));
    }

    private static RequestSpecification as(Bearer bearer) {
        return given().auth().oauth2(Mesh.shared().mint().token(bearer));
    }
}
