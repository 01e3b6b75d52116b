package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import org.chuishao.analytics.word.China;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Thresholds of early warning are tried over history, by who may; who may look sees what came of it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BacktestTest extends Browsing {

    /** Of no other test, each in a town of its own. */
    private static final String RIGHT = "210103001001";

    private static final String WRONG = "210103002001";

    @Test
    void an_analyst_starts_one_and_an_auditor_looks_at_it() {
        judged(RIGHT, "CONFIRMED");
        judged(WRONG, "FALSE");
        try (Visit visit = as(bearer("analyst", Province.SHENYANG))) {
            Locator part = visit.part("backtests");
            visit.look("backtests").says(part, "现行门槛");
            part.getByLabel("试用门槛").fill("3 5 八");
            part.getByText("开始回测").click();
            visit.says(part, "最多 20 个");
            part.getByLabel("试用门槛").fill("3 5 9");
            part.getByLabel("从", exact())
                    .fill(LocalDate.now(China.ZONE).minusDays(20).toString());
            part.getByText("开始回测").click();

            visit.says(visit.sheet(), "完成").shows(visit.sheet().locator("svg"));
            assertThat(visit.sheet().locator(".outcomes tbody tr")).hasCount(4);
            visit.says(visit.sheet().locator(".outcomes"), "%（")
                    .says(visit.sheet().locator(".leads"), "早 ")
                    .says(visit.sheet(), "不计入准确率与召回率")
                    .isOpenToAll()
                    .picture("backtest");
            visit.page().keyboard().press("Escape");
            visit.says(part.locator("table"), "沈阳市").says(part.locator("table"), "完成");

            visit.expectingTrouble();
            part.getByLabel("从", exact()).fill("2020-01-01");
            part.getByText("开始回测").click();
            visit.says(part.locator("[role=alert]"), "366").picture("backtests", part);
        }
        try (Visit visit = visit(screen(360, 740)).signIn(bearer("auditor", "21"))) {
            Locator part = visit.part("backtests");
            visit.look("backtests").says(part.locator("table"), "沈阳市").lacks(part.locator("form"));
            part.locator("tbody button").first().click();
            visit.says(visit.sheet(), "召回率").picture("backtest-phone");
        }
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    /** Neighbours are warned of, and somebody has looked. */
    private void judged(String region, String verdict) {
        province.neighbours(region);
        String warning = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as().get("/api/v1/warnings?region=" + region)
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("items[0].id"),
                        notNullValue());
        as().contentType(ContentType.JSON)
                .body("{\"verdict\":\"%s\",\"reason\":\"现场核实\"}".formatted(verdict))
                .post("/api/v1/warnings/" + warning + "/verdicts")
                .then()
                .statusCode(204);
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Mesh.shared().mint().token(bearer("analyst", Province.SHENYANG)));
    }
}
