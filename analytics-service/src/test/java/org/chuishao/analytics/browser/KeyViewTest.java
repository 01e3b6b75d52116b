package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void an_analyst_goes_through_them_and_sees_what_is_withheld_and_why() {
        serves(Province.HEATING, 12_500);
        try (Visit visit = as(bearer("analyst", Province.HEPING))) {
            Locator part = visit.part("keyviews");
            visit.look("keyviews").says(part, "公用事业").shows(part.locator("svg"));
            assertThat(part.locator("tr", hasText("就业与社会保障"))).containsText("不公布");
            visit.says(part, "背后不足 5 人").isOpenToAll().picture("keyviews-people");

            choice(part, "事件").click();
            visit.says(part.locator("table"), "停暖不热").says(part.locator("table"), "浑河湾街道");
            assertThat(part.locator("table")).not().containsText("就业");
            visit.picture("keyviews-events");

            choice(part, "单位").click();
            visit.says(part.locator("tr", hasText("沈阳惠天和平供热公司")), "12,500")
                    .says(part.locator("tr", hasText("中华城物业服务中心")), "未填报")
                    .picture("keyviews-units");

            choice(part, "领域").click();
            visit.says(part.locator("table"), "住房与物业").shows(part.locator("svg"));
            part.getByLabel("分类").selectOption("line");
            visit.says(part.locator("table"), "供热").isOpenToAll().picture("keyviews-fields");

            part.getByLabel("期间").selectOption("7");
            visit.says(part, "至").lacks(part.locator(".failure"));
        }
    }

    /** By Tab and Space, as without a mouse. */
    @Test
    void they_are_chosen_by_keys_on_a_phone_in_english() {
        try (Visit visit = visit(screen(360, 740)).signIn(bearer("auditor", "21"))) {
            Locator part = visit.part("keyviews");
            visit.page().getByText("English").click();
            visit.look("keyviews").says(part, "Public utilities");
            choice(part, "Events").focus();
            visit.page().keyboard().press("Space");
            visit.says(part.locator("table"), "Heating off");
            assertThat(choice(part, "Events")).hasAttribute("aria-pressed", "true");
            assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(360);
            visit.isOpenToAll().picture("keyviews-phone");
        }
    }

    @Test
    void who_may_not_ask_for_them_is_not_shown_them() {
        try (Visit visit = as(bearer("dispatcher", Province.HEPING))) {
            visit.look("counts")
                    .says(visit.part("counts"), "合计")
                    .lacks(visit.part("keyviews"))
                    .lacks(visit.part("backtests"))
                    .lacks(visit.page().locator(".top").getByText("简报"));
        }
    }

    private static Locator choice(Locator part, String view) {
        return part.locator(".choice").getByText(view);
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
