package org.chuishao.analytics.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** How much comes over the line, how fast it stands, and under which headers. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FirstViewTest extends Browsing {

    private static final double MOST_BYTES = 1_500_000;
    /** Aimed at are two seconds; a machine that builds beside it is given time. */
    private static final double LONGEST = 8_000;

    @Test
    void it_is_small_and_fast() {
        try (Visit visit = signedIn(bearer("analyst", "21"))) {
            FirstView first = FirstView.of(visit);
            visit.look("rates").says(visit.part("rates"), "按时签收率");
            System.out.println(first);
            assertThat(first.bytes()).isBetween(1.0, MOST_BYTES);
            assertThat(first.milliseconds()).isLessThan(LONGEST);
        }
    }

    @Test
    void nothing_runs_that_is_not_in_the_bundle() {
        String page = given().get("/")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("script-src 'self';"), not(containsString("*"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .extract()
                .asString();
        String bundle = page.replaceAll("(?s).*src=\"([^\"]+\\.js)\".*", "$1");
        given().header("Accept-Encoding", "gzip")
                .get(bundle)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", containsString("immutable"));
        given().header("Accept-Encoding", "gzip")
                .auth()
                .oauth2(Mesh.shared().mint().token(bearer("supervisor", Province.HEPING)))
                .get("/api/v1/outlines/counties")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", containsString("private"));
        given().get("/api/v1/outlines/counties").then().statusCode(401);
    }
}
