package org.chuishao.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each role finds on the cockpit, and what it does not. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RolesTest extends Browsing {

    @ParameterizedTest
    @CsvSource({
        "analyst, 分析员, true, true, true",
        "supervisor, 督办, true, true, true",
        "duty-desk, 值班台, true, false, false",
        "auditor, 审计, false, true, true",
        "dispatcher, 派单员, false, true, false",
        "ops, 运维, false, true, true"
    })
    void who_watches_the_province_sees_both_cities(
            String role, String label, boolean judges, boolean counts, boolean inspects) {
        try (Visit visit = as(bearer(role, "21"))) {
            visit.says(visit.page().locator(".top .who"), label)
                    .says(visit.place(Province.SHENYANG), "沈阳市")
                    .says(visit.place(Province.DALIAN), "红灯")
                    .says(visit.part("ladder"), province.climbing.number())
                    .says(visit.part("whistles"), "和平区城管局")
                    .says(visit.part("live"), "在线")
                    .says(visit.part("warnings"), "多人同诉");
            visit.has(visit.part("rates"), counts)
                    .has(visit.part("keyviews"), inspects)
                    .has(visit.part("backtests"), inspects)
                    .has(visit.page().locator(".top").getByText("简报"), inspects);
            visit.part("warnings")
                    .locator("tr", new Locator.LocatorOptions().setHasText("待研判"))
                    .getByText("多人同诉")
                    .first()
                    .click();
            visit.says(visit.sheet(), "依据的诉求");
            visit.has(visit.sheet().getByLabel("研判理由（不写姓名）"), judges).picture("role-" + role);
        }
    }

    @Test
    void a_countys_supervisor_starts_at_his_county_and_no_other_appears() {
        try (Visit visit = as(bearer("supervisor", Province.HEPING))) {
            visit.says(visit.page().locator(".crumbs"), "和平区")
                    .says(visit.place(Province.TOWN), "浑河湾街道")
                    .says(visit.part("ladder"), province.climbing.number())
                    .says(visit.part("warnings"), "中华社区")
                    .says(visit.part("live"), "在线");
            Order there = province.calls(Province.ELSEWHERE);
            Order here = province.calls(Province.COMMUNITY);
            visit.says(visit.part("live"), here.number());
            assertThat(visit.all())
                    .doesNotContain(there.number(), province.elsewhere.number())
                    .doesNotContain("大连", "甘井子", "虹港", "沈河区");
            assertThat(visit.page().locator("#map").getAttribute("data-region")).isEqualTo(Province.HEPING);
            visit.picture("role-supervisor-of-a-county");
        }
    }

    @Test
    void a_ticket_of_another_county_is_to_be_had_neither_by_its_number_nor_by_its_id() {
        try (Visit visit = as(bearer("supervisor", Province.HEPING)).expectingTrouble()) {
            visit.page().getByLabel("工单号或标识（id）").fill(province.elsewhere.number());
            visit.page().keyboard().press("Enter");
            visit.says(visit.page().locator(".search"), "没有这个工单，或不在您的范围内").lacks(visit.sheet());
            visit.page()
                    .getByLabel("工单号或标识（id）")
                    .fill(province.elsewhere.ticket().toString());
            visit.page().keyboard().press("Enter");
            visit.says(visit.sheet().getByRole(AriaRole.ALERT), "未能取得");
            assertThat(visit.all()).doesNotContain(province.elsewhere.number());
        }
    }

    @Test
    void a_unit_sees_what_is_its_own() {
        try (Visit visit = as(Bearer.of("unit").unit(Province.TOWN_DESK))) {
            visit.says(visit.page().locator("main"), Province.TOWN_DESK)
                    .look("rates")
                    .says(visit.part("rates"), "按时签收率")
                    .says(visit.part("ladder"), province.climbing.number())
                    .lacks(visit.part("warnings"))
                    .isOpenToAll()
                    .picture("role-unit");
            assertThat(visit.all()).doesNotContain("大连", "甘井子", province.whistled.number());
        }
    }

    @ParameterizedTest
    @CsvSource({"grid-worker, 网格员的任务在工作终端", "citizen, 拨打 12345", "agent, 您的角色不使用驾驶舱"})
    void who_has_nothing_to_see_here_is_told_where_to_look(String role, String word) {
        try (Visit visit = as(Bearer.of(role).regions("21").worker("W-1"))) {
            visit.says(visit.page().locator("main"), word)
                    .lacks(visit.page().locator(".panel"))
                    .isOpenToAll()
                    .picture("role-" + role);
            visit.page().getByText("退出").click();
            visit.shows(visit.page().getByLabel("令牌"));
        }
    }
}
