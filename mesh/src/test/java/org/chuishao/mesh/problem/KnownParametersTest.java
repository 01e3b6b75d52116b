package org.chuishao.mesh.problem;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A filter with a slip in its name would let all through. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class KnownParametersTest {

    @Test
    void aParameterThatTheEndpointDoesNotKnowIsRefusedByName() {
        given().get("/probe/filtered?state=OPEN&stat=x&page-size=5&size=5")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("size", "stat"));
        given().get("/probe/conflict?any=1").then().statusCode(400).body("errors.field", contains("any"));
    }

    @Test
    void whatItKnowsByAnyWayOfNamingIsTaken() {
        given().get("/probe/filtered?state=OPEN&page-size=5&region=21&unit=U")
                .then()
                .statusCode(200)
                .body(is("OPEN 5 21 U"));
    }

    @Test
    void whatIsNotOfTheMeshIsLeftAlone() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/live?any=1").then().statusCode(200));
        given().get("/q/openapi?format=json").then().statusCode(200);
    }
}
