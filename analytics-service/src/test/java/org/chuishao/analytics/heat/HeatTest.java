package org.chuishao.analytics.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.chuishao.analytics.cockpit.Asks.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.cockpit.Lives;
import org.chuishao.analytics.figures.Database;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineExcused;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HeatTest {

    private static final String UNIT = "U-HEAT-UNIT";

    private Lives lives;

    @BeforeEach
    void open() {
        lives = new Lives();
        for (String county : new String[] {"214701", "214702", "214703", "214704"}) {
            lives.region(county, "区" + county);
        }
    }

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    void late_is_red_soon_is_yellow_and_a_quiet_place_is_green() {
        Lives.Part late = part("214701001001");
        UUID clock = armed(late, "SIGN", lives.now().minusSeconds(60));
        lives.says(late, new DeadlineMissed(clock, "SIGN", lives.now().minusSeconds(60)));
        lives.says(late, new TicketEscalated(UNIT, UNIT, "UNSIGNED"));
        armed(part("214702001001"), "RESOLVE", lives.now().plus(Duration.ofMinutes(90)));
        armed(part("214703001001"), "RESOLVE", lives.now().plus(Duration.ofMinutes(150)));

        await().atMost(SOON).untilAsserted(() -> ask(analyst("2147"), "/heatmap?region=2147&level=county")
                .statusCode(200)
                .body("items.region", hasItems("214701", "214702", "214703", "214704"))
                .body("items.find { it.region == '214701' }.light", is("RED"))
                .body("items.find { it.region == '214701' }.overdue", is(1))
                .body("items.find { it.region == '214701' }.climbing", is(1))
                .body("items.find { it.region == '214702' }.light", is("YELLOW"))
                .body("items.find { it.region == '214703' }.light", is("GREEN"))
                .body("items.find { it.region == '214703' }.received", is(1))
                .body("items.find { it.region == '214703' }.open", is(1))
                .body("items.find { it.region == '214704' }.open", is(0))
                .body("items.find { it.region == '214704' }.regionName", is("区214704"))
                .body("items.find { it.region == '214704' }.warningLevel", nullValue()));

        lives.says(late, new AssignmentSigned());
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2147"), "/heatmap?region=214701&level=county")
                .body("items[0].overdue", is(0))
                .body("items[0].light", is("GREEN")));
    }

    @Test
    void what_was_excused_handed_in_or_taken_back_is_not_late() {
        Instant due = lives.now().minusSeconds(60);
        for (int i = 0; i < 3; i++) {
            Lives.Part late = part("214705001001");
            UUID clock = armed(late, "SIGN", due);
            lives.says(late, new DeadlineMissed(clock, "SIGN", due));
            switch (i) {
                case 0 -> lives.says(late, new DeadlineExcused(clock, "SIGN", due, due, Lives.WORDS));
                case 1 -> {
                    lives.says(late, new AssignmentSigned());
                    UUID contact = armed(late, "CONTACT", due);
                    lives.says(late, new DeadlineMissed(contact, "CONTACT", due));
                    lives.says(late, new AssignmentResolved(true, Lives.WORDS, List.of()));
                }
                default -> lives.says(late.ticket(), Source.INTAKE, null, new Withdrawn("test"));
            }
        }
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2147"), "/heatmap?region=214705&level=community")
                .body("items.region", contains("214705001001"))
                .body("items[0].received", is(3))
                .body("items[0].open", is(2))
                .body("items[0].overdue", is(0)));
    }

    @Test
    void an_open_warning_lights_its_place_by_the_gravest_level() throws SQLException {
        for (String row : new String[] {"'YELLOW', 'RAISED'", "'ORANGE', 'CONFIRMED'", "'RED', 'FALSE'"}) {
            UUID id = UUID.randomUUID();
            Database.run(
                    "analytics_reader",
                    "insert into warning values ('" + id + "', 'CLUSTER', '" + id + "', " + row
                            + ", '214706001', 'NOISE', null, '" + id + "', 5, now(), now(), now(), now(), 5, 5)");
        }
        ask(analyst("2147"), "/heatmap?region=214706&level=town")
                .body("items.region", contains("214706001"))
                .body("items[0].warnings", is(2))
                .body("items[0].warningLevel", is("ORANGE"))
                .body("items[0].light", is("YELLOW"));
    }

    @Test
    void a_scope_bounds_the_map() {
        part("214707001001");
        lives.dispatched(lives.complains("214707002001"), "U-HEAT-OTHER", "214707002001", null);
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2147"), "/heatmap?region=214707&level=town")
                .body("items.open", contains(1, 1)));

        ask(analyst("214707001"), "/heatmap?region=21&level=city")
                .body("items.region", contains("2147"))
                .body("items[0].open", is(1));
        ask(analyst("214707001"), "/heatmap?region=214707002").statusCode(404);
        ask(analyst("2148"), "/heatmap?region=2147&level=county").statusCode(404);
        ask(unit("U-HEAT-OTHER"), "/heatmap?region=214707&level=town").body("items.region", contains("214707002"));
        ask(unit("U-HEAT-NOBODY"), "/heatmap?region=214707&level=town").body("items", empty());
        ask(Bearer.of("citizen"), "/heatmap").statusCode(403);
    }

    @Test
    void the_counts_by_place_are_those_of_the_open_tickets() throws SQLException {
        Lives.Part part = part("214708001001");
        lives.says(part, new TicketEscalated(UNIT, UNIT, "UNSIGNED"));
        lives.says(
                part.ticket(),
                Source.ROUTING,
                null,
                new TicketClassified(Severity.ORDINARY, Lives.COLD, 0.9, "rules-1", "214708002001", List.of()));
        lives.says(part("214708003001").ticket(), Source.INTAKE, null, new Withdrawn("test"));
        part("214708004001");
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2147"), "/heatmap?region=214708&level=town")
                .body("items.find { it.region == '214708004' }.open", is(1)));

        await().atMost(SOON).untilAsserted(() -> assertThat(Database.rows(
                        "analytics_reader",
                        "select region, tickets, overdue, climbing from open_count"
                                + " where region like '214708%' and (tickets <> 0 or overdue <> 0 or climbing <> 0)"))
                .containsExactlyInAnyOrderElementsOf(Database.rows(
                        "analytics_reader",
                        "select region, count(*), count(*) filter (where overdue),"
                                + " count(*) filter (where climbed <> '{}') from open_ticket"
                                + " where region like '214708%' group by region")));
    }

    @Test
    void wrong_parameters_are_named() {
        ask(analyst("21"), "/heatmap?level=x").statusCode(400).body("errors.field", hasItem("level"));
        ask(analyst("21"), "/heatmap?hours=0").statusCode(400).body("errors.field", hasItem("hours"));
        ask(analyst("21"), "/heatmap?region=x").statusCode(400).body("errors.field", hasItem("region"));
    }

    private Lives.Part part(String region) {
        return lives.dispatched(lives.complains(region), UNIT, region, null);
    }

    private UUID armed(Lives.Part part, String act, Instant due) {
        UUID clock = Ids.next();
        lives.says(part, DeadlineArmed.one(clock, act, due, "test"));
        return clock;
    }
}
