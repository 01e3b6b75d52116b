package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Year;
import org.chuishao.analytics.word.China;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The four key views: people, events, units and fields of the place that is looked at. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class KeyViewTest extends Browsing {

    /** By keys, as without a mouse. */
    @Test
    void an_analyst_goes_through_them_and_sees_what_is_withheld_and_why() {
        serves(Province.HEATING, 12_500);
        try (Visit visit = as(bearer("analyst", Province.HEPING))) {
            Locator part = visit.part("keyviews");
            visit.look("keyviews").says(part, "公用事业").shows(part.locator("svg"));
            assertThat(part.locator("tr", hasText("就业与社会保障"))).containsText("不公布");
            visit.says(part, "背后不足 5 人").picture("keyviews-people", part);

            choose(visit, "事件");
            visit.says(part.locator("table"), "停暖不热").says(part.locator("table"), "浑河湾街道");
            assertThat(part.locator("table")).not().containsText("就业");
            visit.picture("keyviews-events", part);

            choose(visit, "单位");
            visit.says(part.locator("tr", hasText("沈阳惠天和平供热公司")), "12,500")
                    .says(part.locator("tr", hasText("中华城物业服务中心")), "未填报")
                    .picture("keyviews-units", part);

            choose(visit, "领域");
            visit.says(part.locator("table"), "住房与物业").shows(part.locator("svg"));
            part.getByLabel("分类").selectOption("line");
            visit.says(part.locator("table"), "供热").isOpenToAll().picture("keyviews-fields", part);
        }
    }

    private static void choose(Visit visit, String view) {
        Locator button = visit.part("keyviews").locator(".choice").getByText(view);
        button.focus();
        visit.page().keyboard().press("Space");
        assertThat(button).hasAttribute("aria-pressed", "true");
    }

    private static Locator.LocatorOptions hasText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static void serves(String unit, int households) {
        given().auth()
                .oauth2(Mesh.shared().mint().token(bearer("analyst", Province.HEPING)))
                .contentType(ContentType.JSON)
                .body("{\"households\":%d,\"year\":%d,\"source\":\"年报\"}"
                        .formatted(households, Year.now(China.ZONE).getValue()))
                .put("/api/v1/households/" + unit)
                .then()
                .statusCode(204);
    }
}
