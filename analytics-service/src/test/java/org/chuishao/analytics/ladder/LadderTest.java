package org.chuishao.analytics.ladder;

import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.chuishao.analytics.cockpit.Asks.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.chuishao.analytics.cockpit.Lives;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LadderTest {

    private static final String COMMUNITY = "U-LAD-COMMUNITY";
    private static final String TOWN = "U-LAD-TOWN";
    private static final String COUNTY = "U-LAD-COUNTY";

    private Lives lives;

    @BeforeEach
    void open() {
        lives = new Lives();
        lives.unit(COMMUNITY, 5, "214601001001");
        lives.unit(TOWN, 4, "214601001");
        lives.unit(COUNTY, 3, "214601");
        lives.region("214601001001", "梯子社区");
        lives.category(Lives.COLD, "供暖不热");
    }

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    void a_ticket_climbs_from_the_grid_and_comes_down_when_its_result_is_in() {
        Lives.Part part = inGrid("214601001001");
        awaitOpen("214601001", "GRID", 1);

        lives.says(part, new TicketEscalated(COMMUNITY, TOWN, "UNSIGNED_TO_THE_LAST"));
        awaitOpen("214601001", "TOWN", 1);
        ask(analyst("2146"), "/ladder?region=214601001")
                .statusCode(200)
                .body("levels.level", contains("GRID", "COMMUNITY", "TOWN", "COUNTY", "CITY", "PROVINCE"))
                .body("levels.find { it.level == 'GRID' }.open", is(0))
                .body("levels.find { it.level == 'TOWN' }.climbed", is(1))
                .body("levels.find { it.level == 'TOWN' }.label", is("乡镇街道"))
                .body("items", hasSize(1))
                .body("items[0].ticket", is(part.ticket().toString()))
                .body("items[0].number", is("N-" + part.ticket()))
                .body("items[0].from", is("GRID"))
                .body("items[0].to", is("TOWN"))
                .body("items[0].toName", is(TOWN + "办"))
                .body("items[0].causeLabel", is("逾期仍未签收"))
                .body("items[0].categoryName", is("供暖不热"))
                .body("items[0].regionName", is("梯子社区"))
                .body("items[0].state", is("PENDING_SIGN"))
                .body("next", nullValue());

        lives.says(part, new AssignmentSigned());
        lives.says(part, new AssignmentResolved(true, Lives.WORDS, List.of()));
        awaitOpen("214601001", "COMMUNITY", 1);
        ask(analyst("2146"), "/ladder?region=214601001")
                .body("items", empty())
                .body("levels.find { it.level == 'TOWN' }.climbed", is(1));
    }

    @Test
    void each_sees_what_climbs_in_his_scope_and_who_was_told_sees_it_too() {
        Lives.Part part = inGrid("214602001001");
        lives.says(part, new TicketSupervised(1, COUNTY, "NOT_DONE_IN_TIME"));
        awaitOpen("214602", "COUNTY", 1);

        ask(analyst("214603"), "/ladder?region=21").statusCode(200).body("items", empty());
        ask(analyst("214603"), "/ladder?region=214602").statusCode(404);
        ask(analyst("214602"), "/ladder?region=21")
                .body("items", hasSize(1))
                .body("items[0].supervision", is(1))
                .body("levels.find { it.level == 'COUNTY' }.open", is(1));
        ask(unit(COMMUNITY), "/ladder?region=214602").body("items[0].number", notNullValue());
        ask(unit(COUNTY), "/ladder?region=214602")
                .body("items", hasSize(1))
                .body("items[0].number", nullValue())
                .body("levels.find { it.level == 'COUNTY' }.open", is(0));
        ask(unit("U-LAD-OTHER"), "/ladder?region=214602").body("items", empty());
        ask(Bearer.of("grid-worker").worker("W-1"), "/ladder").statusCode(403);
    }

    @Test
    void of_a_report_neither_number_nor_category_is_shown() {
        Lives.Part part =
                lives.dispatched(lives.complains("214604001001", Kind.REPORT, false), COMMUNITY, "214604001001", null);
        lives.says(part, new TicketEscalated(COMMUNITY, COMMUNITY, "UNSIGNED"));
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2146"), "/ladder?region=214604")
                .body("items", hasSize(1))
                .body("items[0].number", nullValue())
                .body("items[0].category", nullValue())
                .body("items[0].from", is("COMMUNITY")));
    }

    @Test
    void a_page_ends_where_the_next_begins() {
        for (int i = 0; i < 3; i++) {
            lives.says(inGrid("214605001001"), new TicketEscalated(COMMUNITY, TOWN, "UNSIGNED_TO_THE_LAST"));
        }
        awaitOpen("214605", "TOWN", 3);
        String next = ask(analyst("2146"), "/ladder?region=214605&limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        ask(analyst("2146"), "/ladder?region=214605&limit=2&after=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
        ask(analyst("2146"), "/ladder?limit=0").statusCode(400).body("errors.field", hasItem("limit"));
        ask(analyst("2146"), "/ladder?after=x").statusCode(400).body("errors.field", hasItem("after"));
    }

    private Lives.Part inGrid(String region) {
        return lives.dispatched(lives.complains(region), COMMUNITY, region, region + "101");
    }

    private static void awaitOpen(String region, String level, int many) {
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2146"), "/ladder?region=" + region)
                .body("levels.find { it.level == '" + level + "' }.open", is(many)));
    }
}
