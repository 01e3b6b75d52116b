package org.chuishao.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a phone and on a large screen, by day and by night, in either language. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LookTest extends Browsing {

    @ParameterizedTest
    @CsvSource({"360, 740, LIGHT", "360, 740, DARK", "1366, 768, DARK", "1920, 1080, LIGHT", "2560, 1440, DARK"})
    void it_fits_and_is_open_to_all(int width, int height, ColorScheme scheme) {
        try (Visit visit = visit(screen(width, height).setColorScheme(scheme)).signIn(bearer("analyst", "21"))) {
            visit.shows(visit.place(Province.SHENYANG))
                    .shows(visit.page().locator("#map[data-region='21']"))
                    .look("rates")
                    .says(visit.part("rates"), "按时签收率")
                    .look("days")
                    .shows(visit.part("days").locator("svg"))
                    .look("counts")
                    .says(visit.part("counts"), "合计")
                    .look("keyviews")
                    .shows(visit.part("keyviews").locator("svg"))
                    .look("backtests")
                    .says(visit.part("backtests"), "开始回测");
            assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
                    .as("nothing sticks out")
                    .isEqualTo(width);
            visit.isOpenToAll().picture("look-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void in_english_and_back() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            visit.shows(visit.place(Province.SHENYANG));
            visit.page().getByText("English").click();
            visit.says(visit.part("ladder"), "The six levels")
                    .says(visit.part("ladder"), "not signed")
                    .says(visit.part("warnings"), "Many people, one matter")
                    .says(visit.part("heat"), "Overdue")
                    .says(visit.place(Province.DALIAN), "red");
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
            visit.says(visit.part("ladder"), "Heating off")
                    .look("rates")
                    .says(visit.part("rates"), "Signing on time")
                    .look("keyviews")
                    .says(visit.part("keyviews"), "Public utilities")
                    .look("backtests")
                    .says(visit.part("backtests"), "In force");
            assertThat(visit.read()).as("nothing stays a code").doesNotContainPattern("[A-Z]{2,}[_.][A-Z]{2,}");
            visit.isOpenToAll().picture("look-english");
            visit.page().getByText("中文").click();
            visit.says(visit.part("ladder"), "六级联动");
        }
    }

    @Test
    void the_line_of_days_is_a_table_too() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            visit.look("days").shows(visit.part("days").locator("svg"));
            visit.part("days").getByText("数据表").click();
            visit.says(visit.part("days").locator("thead"), "受理")
                    .counts(visit.part("days").locator("tbody tr"), 30)
                    .picture("days");
        }
    }
}
