package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** One ticket's whole life, from wherever somebody comes upon it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CourseTest extends Browsing {

    @Test
    void from_the_ladder() {
        try (Visit visit = as(bearer("duty-desk", Province.SHENYANG))) {
            visit.part("ladder").getByText(province.climbing.number()).click();
            visit.says(visit.sheet().locator("h2"), province.climbing.number())
                    .says(visit.sheet().locator(".clocks"), "签收")
                    .says(visit.sheet().locator(".clocks"), "超期")
                    .says(visit.sheet().locator(".clocks"), "浑河湾街道办事处")
                    .says(visit.sheet().locator(".timeline"), "派单")
                    .isOpenToAll()
                    .picture("course-missed");
        }
    }

    @Test
    void from_the_live_line_and_it_goes_on_while_one_looks() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            visit.says(visit.part("live"), "在线");
            Order order = province.calls(Province.COMMUNITY);
            Locator row =
                    visit.part("live").locator("li").filter(new Locator.FilterOptions().setHasText(order.number()));
            visit.shows(row.first());
            row.first().locator("button").click();
            visit.says(visit.sheet(), "没有时限在走");
            order.goesTo(Province.TOWN_DESK, Duration.ofHours(2));
            visit.says(visit.sheet().locator(".clocks"), "计时中").picture("course-running");
            order.isSigned();
            visit.says(visit.sheet().locator(".clocks"), "按时");
        }
    }

    @Test
    void by_its_number_or_its_id_and_what_is_none_is_said_to_be_none_until_one_types_on() {
        try (Visit visit = as(bearer("auditor", "21"))) {
            visit.shows(visit.place(Province.SHENYANG));
            Locator field = visit.page().getByLabel("工单号或标识（id）");
            field.fill("哪个？");
            visit.page().getByText("查工单").click();
            visit.says(visit.page().locator(".search"), "请输入完整的工单号").isOpenToAll();
            assertThat(field).hasAttribute("aria-invalid", "true");
            field.fill(" " + province.climbing.number() + " ");
            assertThat(visit.page().locator("#ticket-wrong")).isEmpty();
            visit.page().keyboard().press("Enter");
            visit.says(visit.sheet().locator("h2"), province.climbing.number());
            visit.page().keyboard().press("Escape");
            field.fill(province.whistled.ticket().toString());
            visit.page().keyboard().press("Enter");
            visit.says(visit.sheet().locator(".timeline"), "吹哨")
                    .says(visit.sheet(), "办理中")
                    .picture("course-whistle");
        }
    }
}
