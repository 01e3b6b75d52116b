package org.chuishao.analytics.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** From the province down to a community, and back. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DrillTest extends Browsing {

    @Test
    void by_mouse_on_the_map_and_back_by_the_path() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            Locator map = visit.page().locator("#map[data-region='21']");
            visit.says(visit.place(Province.SHENYANG), "沈阳市")
                    .shows(map)
                    .says(visit.part("heat"), "schematic, not for publication")
                    .picture("map-province");
            clickShenyang(visit, map);
            visit.says(visit.page().locator(".crumbs [aria-current]"), "沈阳市")
                    .says(visit.place(Province.HEPING), "和平区")
                    .picture("map-city");
            visit.page().locator(".crumbs button").click();
            visit.shows(map);
            visit.part("heat").getByText("按县区").click();
            visit.says(visit.place(Province.GANJINGZI), "甘井子区").picture("map-counties");
        }
    }

    /** By cities, any county of Shenyang leads into it: its north-west is a little up and right of the map's middle. */
    private static void clickShenyang(Visit visit, Locator map) {
        BoundingBox box = map.boundingBox();
        visit.page().mouse().click(box.x + box.width * 0.56, box.y + box.height * 0.37);
    }

    @Test
    void by_keyboard_alone_down_to_the_grids() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            into(visit, Province.SHENYANG);
            into(visit, Province.HEPING);
            visit.picture("map-county");
            into(visit, Province.TOWN);
            into(visit, Province.COMMUNITY);
            assertThat(visit.page().locator(".crumbs li")).hasCount(5);
            visit.says(visit.page().locator(".crumbs [aria-current]"), "中华社区").picture("map-community");
        }
    }

    /** Enter on the place's name; the table of what lies below then has the focus. */
    private static void into(Visit visit, String place) {
        visit.shows(visit.place(place));
        visit.place(place).locator("button").focus();
        visit.page().keyboard().press("Enter");
        visit.shows(visit.page().locator("#map[data-region='" + place + "']"));
        assertThat(visit.page().locator("#places")).isFocused();
    }

    @Test
    void by_tab_from_the_door_to_the_first_city() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            visit.shows(visit.place(Province.SHENYANG));
            Page page = visit.page();
            for (int i = 0; i < 40 && !inTable(page); i++) {
                page.keyboard().press("Tab");
                assertThat(
                                (Boolean)
                                        page.evaluate(
                                                "() => document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
                        .as("the focus is seen")
                        .isTrue();
            }
            page.keyboard().press("Enter");
            visit.shows(page.locator(".crumbs button").first());
        }
    }

    private static boolean inTable(Page page) {
        return (Boolean) page.evaluate("() => document.activeElement.closest('#places tbody') !== null");
    }

    @Test
    void ordered_by_what_somebody_asks_for() {
        try (Visit visit = as(bearer("analyst", "21"))) {
            visit.shows(visit.place(Province.SHENYANG));
            visit.page().locator("#places thead").getByText("在办").click();
            assertThat(visit.page().locator("#places th[aria-sort='descending']"))
                    .containsText("在办");
        }
    }
}
