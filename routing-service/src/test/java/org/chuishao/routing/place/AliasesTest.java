package org.chuishao.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.routing.returns.Givers;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Names that no register has are learned from what was dispatched and resolved. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AliasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LEARNED = "select count(*) from place_alias where name = '碧水花园'";

    @Inject
    Aliases aliases;

    @Test
    void an_estate_that_three_tickets_named_is_found_by_its_name_from_then_on() throws SQLException {
        resolved();
        resolved();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(number("select count(*) from place_sighting"))
                .isGreaterThanOrEqualTo(2));
        // no name of two tickets stands anywhere in clear
        assertThat(number(LEARNED)).isZero();
        resolved().deliverAgain();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(number(LEARNED)).isOne());
        aliases.readAgain();

        TicketOnLog next = TicketOnLog.accepted("碧水花园噪音扰民", "工地夜间施工扰民，凌晨还在轰鸣", Kind.COMPLAINT, "210102");
        await().atMost(PATIENCE).until(() -> next.events("ticket.dispatched"), hasSize(1));

        assertThat(next.events("ticket.dispatched").get(0).path("leadUnit").asText())
                .isEqualTo("U-TERR-" + COMMUNITY);
        assertThat(next.events("ticket.classified").get(0).path("evidence").toString())
                .contains("learned place: 碧水花园");
    }

    private static TicketOnLog resolved() {
        TicketOnLog ticket = TicketOnLog.accepted("碧水花园噪音扰民", "工地夜间施工扰民，凌晨还在轰鸣", Kind.COMPLAINT, COMMUNITY);
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        UUID part = Ids.next();
        return ticket.write(
                        Source.GRID,
                        part,
                        new AssignmentCreated(true, "U-TERR-" + COMMUNITY, COMMUNITY, null, null, null, null, "test"))
                .write(Source.GRID, part, new AssignmentSigned())
                .write(Source.GRID, part, new AssignmentResolved(true, Givers.sealed("好了"), List.of()));
    }

    private static int number(String query) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"),
                        "routing_reader",
                        mesh.secrets().password());
                Statement sql = reader.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        }
    }
}
