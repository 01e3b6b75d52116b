package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The line of what happens, at a burst, paused, and after the network was gone. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LiveTest extends Browsing {

    /** As the page has it. */
    private static final int MOST_ROWS = 200;

    private static final Pattern WAITING = Pattern.compile("继续（[1-9]");

    @Test
    void a_burst_leaves_a_page_that_answers() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            visit.says(visit.part("live"), "在线");
            for (int i = 0; i < 120; i++) {
                province.calls(Province.COMMUNITY);
            }
            Order last = province.calls(Province.COMMUNITY);
            visit.says(visit.part("live"), last.number());
            assertThat(visit.part("live").locator("li")).hasCount(MOST_ROWS);
            visit.part("live").getByText("暂停").click();
            Order unseen = province.calls(Province.COMMUNITY);
            visit.shows(visit.part("live").getByText(WAITING))
                    .lacks(visit.part("live").getByText(unseen.number()))
                    .picture("live-paused");
            visit.part("live").getByText("继续").click();
            visit.says(visit.part("live"), unseen.number());
        }
    }

    @Test
    void it_is_read_out_only_when_asked_for() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            Locator said = visit.page().locator("#said");
            visit.says(visit.part("live"), "在线");
            assertThat(said).hasAttribute("aria-live", "off");
            visit.part("live").getByText("朗读").click();
            assertThat(said).hasAttribute("aria-live", "polite");
            Order order = province.calls(Province.COMMUNITY);
            visit.says(said, order.number());
        }
    }

    @Test
    void a_lost_connection_is_said_and_mended_and_nothing_is_missed() {
        try (Visit visit = as(bearer("analyst", "21")).expectingTrouble()) {
            visit.says(visit.part("live"), "在线");
            Order before = province.calls(Province.COMMUNITY);
            visit.says(visit.part("live"), before.number());
            visit.page().context().setOffline(true);
            visit.says(visit.part("live"), "重连中")
                    .says(visit.page().locator(".top"), "连接中断")
                    .picture("offline");
            Order meanwhile = province.calls(Province.COMMUNITY);
            visit.page().context().setOffline(false);
            visit.says(visit.part("live"), "在线").says(visit.part("live"), meanwhile.number());
            assertThat(visit.page().locator(".reached")).isEmpty();
        }
    }
}
