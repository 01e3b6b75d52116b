package org.chuishao.analytics.browser;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A warning is looked at, judged, and stands in the list as judged. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WarningTest extends Browsing {

    /** Of no other test. */
    private static final String HERE = "210102009007";

    private static final String NEARBY = "210102009008";

    @Test
    void a_supervisor_confirms_it_with_a_reason() {
        province.neighbours(HERE);
        try (Visit visit = as(bearer("supervisor", Province.HEPING))) {
            Locator row = row(visit, HERE);
            visit.says(row, "待研判").isOpenToAll();
            row.getByText("多人同诉").click();
            visit.says(visit.sheet(), "触发").isOpenToAll().picture("warning");

            visit.sheet().getByText("确认预警").click();
            visit.shows(visit.sheet().getByLabel("研判理由（不写姓名）"));
            visit.sheet().getByLabel("研判理由（不写姓名）").fill("换热站停运，已核实");
            visit.sheet().getByText("确认预警").click();
            visit.says(visit.sheet(), "研判已记录")
                    .says(visit.sheet().locator(".timeline"), "换热站停运，已核实")
                    .lacks(visit.sheet().getByText("判为误报"))
                    .picture("warning-confirmed");

            visit.sheet().locator("tbody button").first().click();
            visit.says(visit.sheet(), "办理全程");
            visit.sheet().getByText("返回").click();
            visit.says(visit.sheet(), "依据的诉求");
            visit.page().keyboard().press("Escape");
            visit.lacks(visit.sheet()).says(row, "已确认");
        }
    }

    @Test
    void it_says_what_the_complaints_were_filed_as_that_mean_the_same() {
        province.neighboursInOtherWords(NEARBY);
        try (Visit visit = as(bearer("supervisor", Province.HEPING))) {
            Locator row = row(visit, NEARBY);
            row.getByText("多人同诉").click();
            visit.says(visit.sheet(), "登记事项")
                    .says(visit.sheet(), "室温低于供暖标准 3")
                    .says(visit.sheet(), "物业服务 2")
                    .says(visit.sheet().locator("tbody"), "同义")
                    .isOpenToAll()
                    .picture("warning-by-meaning");
        }
    }

    private static Locator row(Visit visit, String place) {
        return visit.part("warnings").locator("tbody tr").filter(new Locator.FilterOptions().setHasText(place));
    }
}
