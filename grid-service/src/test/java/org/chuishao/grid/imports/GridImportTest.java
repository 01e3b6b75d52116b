package org.chuishao.grid.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Each test has a community of 阜新 to itself. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class GridImportTest {

    private static final String HEADER = "code,name,kind,households\n";

    @Test
    void realGridsTakeThePlaceOfTheSyntheticOnes() {
        String community = community(0);
        String file = HEADER + community + "101,东里,BASE,310\n" + community + "104,西里,BASE,290\n";

        send(file, true).statusCode(200).body("dryRun", is(true)).body("added", is(1));
        children(community).body("items", hasSize(3)).body("items.synthetic", is(List.of(true, true, true)));

        send(file, false)
                .statusCode(200)
                .body("rows", is(2))
                .body("added", is(1))
                .body("replaced", is(1))
                .body("ended", is(2));
        children(community)
                .body("items.code", contains(community + "101", community + "104"))
                .body("items.name", contains("东里", "西里"))
                .body("items.synthetic", contains(false, false));

        send(file, false).body("unchanged", is(2)).body("added", is(0)).body("ended", is(0));
        send(file.replace("东里", "东一里"), false).body("changed", is(1)).body("unchanged", is(1));
    }

    @Test
    void anEndedCodeStillResolvesAndANewOneHasItsCommunitysPeople() {
        String community = community(1);
        send(HEADER + community + "105,新里,BASE,300\n", false).body("ended", is(3));
        given(ops())
                .get("/api/v1/regions/" + community + "101")
                .then()
                .statusCode(200)
                .body("validTo", notNullValue());
        given(ops()).get("/api/v1/locations?code=" + community + "101").then().statusCode(200);
        given(ops()).get("/api/v1/grids/" + community + "101/members").then().statusCode(404);
        given(ops())
                .get("/api/v1/grids/" + community + "105/members")
                .then()
                .body("items.role", hasItem("GRID_CHIEF"))
                .body("items.role", not(hasItem("FULL_TIME_WORKER")));
    }

    @Test
    void aCampusLeavesTheBaseGridsAlone() {
        String community = community(2);
        send(HEADER + community + "201,第一中学,OWN,0\n", false).body("ended", is(0));
        children(community).body("items", hasSize(4));
    }

    @Test
    void oneWrongLineAndNothingIsKept() {
        String community = community(3);
        send(HEADER + community + "101,东里,BASE,310\n210999999999101,无处,BASE,1\n", false)
                .statusCode(400)
                .body("errors.field", contains("lines[3].code"));
        children(community).body("items.synthetic", contains(true, true, true));
    }

    @Test
    void nobodyImportsOutsideOfHisRegions() {
        String file = HEADER + community(4) + "101,东里,BASE,310\n";
        given(as(Bearer.of("supervisor").regions("2101")))
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/grids/imports")
                .then()
                .statusCode(400)
                .body("errors.field", contains("lines[2].code"));
        given(as(Bearer.of("dispatcher").regions("21")))
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/grids/imports")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse send(String file, boolean dryRun) {
        return given(ops())
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .queryParam("dryRun", dryRun)
                .post("/api/v1/grids/imports")
                .then();
    }

    private static ValidatableResponse children(String community) {
        return given(ops()).get("/api/v1/regions/" + community + "/children").then();
    }

    private static String community(int index) {
        return given(ops())
                .get("/api/v1/regions?level=5&within=2109")
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
