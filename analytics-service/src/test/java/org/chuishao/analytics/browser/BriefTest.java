package org.chuishao.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.LocalDate;
import org.chuishao.analytics.word.China;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Briefs (日报 周报 专报) are read on the page, and on a sheet of their own that prints. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BriefTest extends Browsing {

    private final LocalDate today = LocalDate.now(China.ZONE);

    @Test
    void a_supervisor_reads_one_here_and_prints_it_from_a_tab_of_its_own() {
        try (Visit visit = as(bearer("supervisor", Province.HEPING))) {
            visit.says(visit.part("heat"), "和平区");
            visit.page().locator(".top").getByText("简报").click();
            visit.sheet().getByLabel("日期").fill(today.toString());
            visit.sheet().getByText("查看").click();
            FrameLocator paper = visit.page().frameLocator("iframe.paper");
            visit.says(paper.locator("h1"), "日报")
                    .says(paper.locator("header"), "和平区")
                    .isOpenToAll()
                    .picture("brief");

            Page tab = visit.page()
                    .waitForPopup(() -> visit.sheet().getByText("新标签页打开").click());
            visit.says(tab.locator("h1"), "日报");
            assertThat(tab.url()).isEqualTo(address + "paper.html");
            assertThat(tab.evaluate("() => sessionStorage.length + document.scripts.length"))
                    .isEqualTo(0);
            tab.pdf(new Page.PdfOptions()
                    .setPath(Path.of("target/pictures/brief.pdf"))
                    .setPreferCSSPageSize(true));
        }
    }

    @Test
    void a_special_one_is_of_a_matter_and_fits_a_phone() {
        try (Visit visit = visit(screen(360, 740)).signIn(bearer("auditor", Province.HEPING))) {
            visit.says(visit.part("heat"), "和平区");
            visit.page().locator(".top").getByText("简报").click();
            Locator sheet = visit.sheet();
            FrameLocator paper = visit.page().frameLocator("iframe.paper");
            sheet.getByLabel("日期").fill(today.toString());
            sheet.getByLabel("种类").selectOption("special");
            sheet.getByLabel("事项").selectOption("HEATING_OFF");
            sheet.getByText("查看").click();
            visit.says(paper.locator("h1"), "专报")
                    .says(paper.locator("body"), "停暖不热")
                    .isOpenToAll();
            assertThat(sheet.evaluate("it => it.scrollWidth")).isEqualTo(sheet.evaluate("it => it.clientWidth"));
            visit.picture("brief-phone");
        }
    }
}
