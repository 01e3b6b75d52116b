package org.chuishao.analytics.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.chuishao.analytics.cockpit.Asks.unit;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.chuishao.analytics.cockpit.Lives;
import org.chuishao.analytics.figures.Database;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class OpenUnitsTest {

    private static final String ONE = "U-OU-ONE";
    private static final String OTHER = "U-OU-OTHER";
    private static final String BY_UNIT =
            "select unit, ticket_id, region, coalesce(holder, '-'), in_grid, climbed::text,"
                    + " overdue from open_ticket_unit where region like '215601%'";
    private static final String BY_TICKET = "select unnest(units), ticket_id, region, coalesce(holder, '-'), in_grid,"
            + " climbed::text, overdue from open_ticket where region like '215601%'";

    private Lives lives;

    @BeforeEach
    void open() {
        lives = new Lives();
        lives.unit(ONE, 5, "215601001001");
        lives.unit(OTHER, 4, "215601001");
    }

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    void open_tickets_by_unit_are_those_of_the_open_tickets_whatever_becomes_of_them() throws SQLException {
        Lives.Part shared = dispatched("215601001001", ONE);
        lives.says(
                shared.ticket(),
                Source.GRID,
                Ids.next(),
                new AssignmentCreated(false, OTHER, "215601001001", null, null, null, null, "test"));
        Lives.Part over = dispatched("215601001001", ONE);
        lives.says(over.ticket(), Source.INTAKE, null, new Withdrawn("test"));
        Lives.Part climbing = dispatched("215601001001", ONE);
        lives.says(climbing, new TicketEscalated(ONE, OTHER, "UNSIGNED"));
        await().atMost(SOON).untilAsserted(() -> ask(unit(ONE), "/heatmap?region=2156&level=county")
                .body("items.find { it.region == '215601' }.open", is(2))
                .body("items.find { it.region == '215601' }.climbing", is(1)));
        await().atMost(SOON).untilAsserted(() -> ask(unit(OTHER), "/heatmap?region=215601&level=county")
                .body("items[0].open", is(1)));

        assertThat(Database.rows("analytics_reader", BY_UNIT))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(Database.rows("analytics_reader", BY_TICKET));
        ask(unit(ONE), "/ladder?region=215601")
                .body("levels.find { it.level == 'COMMUNITY' }.open", is(1))
                .body("levels.find { it.level == 'TOWN' }.open", is(1));
        ask(unit(OTHER), "/ladder?region=215601").body("levels.find { it.level == 'COMMUNITY' }.open", is(1));
    }

    @Test
    void nobody_sees_another_units_and_who_has_both_a_region_and_a_unit_is_counted_nothing_twice() throws SQLException {
        dispatched("215602001001", OTHER);
        dispatched("215602001001", ONE);
        dispatched("215603001001", ONE);
        dispatched("215604001001", OTHER);
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2156"), "/heatmap?region=2156&level=county")
                .body("items.findAll { it.region in ['215602', '215603', '215604'] }.open.sum()", is(4)));

        ask(Bearer.of("duty-desk").regions("215602").unit(ONE), "/heatmap?region=2156&level=county")
                .body("items.find { it.region == '215602' }.open", is(2))
                .body("items.find { it.region == '215603' }.open", is(1))
                .body("items.findAll { it.region == '215604' }.size()", is(0));
        ask(unit("U-OU-NOBODY"), "/heatmap?region=2156&level=county").body("items.size()", is(0));
        assertOnlyOwn(ONE);
    }

    /** By the database alone, whatever a query forgets. */
    private static void assertOnlyOwn(String unit) throws SQLException {
        try (Database.Open sql = Database.open("analytics_app");
                Statement statement = sql.connection().createStatement()) {
            sql.run("select set_config('chuishao.unit', '" + unit
                    + "', true), set_config('chuishao.regions', '21', true)");
            ResultSet units = statement.executeQuery("select string_agg(distinct unit, ' ') from open_ticket_unit");
            units.next();
            assertThat(units.getString(1)).isEqualTo(unit);
        }
    }

    private Lives.Part dispatched(String region, String unit) {
        return lives.dispatched(lives.complains(region), unit, region, null);
    }
}
