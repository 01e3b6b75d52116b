package org.chuishao.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Coming in, staying in, and being let out. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DoorTest extends Browsing {

    @Test
    void the_token_is_neither_in_the_address_nor_kept_beyond_the_tab() {
        String token = Mesh.shared().mint().token(bearer("analyst", "21"));
        try (Visit visit = visit().isOpenToAll().picture("door").signIn(token)) {
            visit.shows(visit.place(Province.SHENYANG));
            assertThat(visit.page().url())
                    .doesNotContain(token.substring(0, 20))
                    .doesNotContain("token");
            assertThat(visit.page()
                            .evaluate("() => JSON.stringify(localStorage)")
                            .toString())
                    .doesNotContain(token);
            assertThat(visit.page().context().cookies()).isEmpty();
            visit.page().reload();
            visit.shows(visit.place(Province.SHENYANG));
            visit.page().getByText("退出").click();
            visit.shows(visit.page().getByLabel("令牌")).lacks(visit.page().locator(".panel"));
            assertThat(visit.page().evaluate("() => sessionStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void what_is_no_token_is_said_to_be_none() {
        try (Visit visit = visit().signIn("abc")) {
            visit.says(visit.page().locator("main"), "这不是有效的令牌");
        }
    }

    @Test
    void a_token_that_has_ended_leads_back_to_the_door() {
        String ended = Mesh.shared().mint().token(bearer("analyst", "21"), Duration.ofMinutes(-10));
        try (Visit visit = visit().expectingTrouble().signIn(ended)) {
            visit.says(visit.page().locator("main"), "已过期").lacks(visit.page().locator(".panel"));
        }
    }
}
