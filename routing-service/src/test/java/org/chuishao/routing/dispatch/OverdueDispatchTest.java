package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.awaitNotQueued;
import static org.chuishao.routing.dispatch.Waiting.awaitQueued;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.ClockRows;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.routing.returns.Givers;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A dispatch that nobody made in time. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class OverdueDispatchTest {

    @Test
    void what_is_urgent_and_came_back_goes_to_the_county_when_its_time_is_over() {
        TicketOnLog ticket = Givers.dispatched();
        Givers.adjudicate(Givers.gives(ticket, "U-HEATING-CO-210102", true, "U-TERR-210102"), true)
                .statusCode(201);
        awaitQueued(ticket);

        runOut(ticket);

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(2));
        var dispatched = ticket.events("ticket.dispatched").get(1);
        assertThat(dispatched.path("leadUnit").asText()).isEqualTo("U-TERR-210102");
        assertThat(dispatched.path("basis").asText()).startsWith("OVERDUE_TO_COUNTY");
        assertThat(ticket.events("deadline.missed")).hasSize(1);
        awaitNotQueued(ticket);
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .body("decision.leadUnit", is("U-TERR-210102"))
                .body("decision.mode", is("AUTO"))
                .body("decision.basis", containsString("区县兜底"))
                .body("decision.late", is(false));
    }

    @Test
    void a_report_stays_before_the_dispatcher_however_urgent() {
        TicketOnLog ticket = TicketOnLog.accepted("举报小区停水", "全楼停水两天", Kind.REPORT, COMMUNITY);
        awaitQueued(ticket);

        runOut(ticket);

        await().until(() -> ticket.events("deadline.missed"), hasSize(1));
        assertThat(ticket.events("ticket.dispatched")).isEmpty();
        awaitQueued(ticket);
        assertThat(ClockRows.of(ticket)).contains("DISPATCH MISSED");
        as(dispatcher("210102"))
                .get(Waiting.QUEUE)
                .then()
                .body("items.ticket", hasItem(ticket.id().toString()));
    }

    @Test
    void what_later_words_make_a_safety_matter_stays_before_the_dispatcher() {
        TicketOnLog ticket = Givers.dispatched();
        Givers.adjudicate(Givers.gives(ticket, "U-HEATING-CO-210102", true, "U-TERR-210102"), true)
                .statusCode(201);
        awaitQueued(ticket);

        ticket.supplement("家里还有家暴");
        await().until(() -> safety(ticket));
        runOut(ticket);

        await().until(() -> ticket.events("deadline.missed"), hasSize(1));
        assertThat(ticket.events("ticket.dispatched")).hasSize(1);
        awaitQueued(ticket);
    }

    private static boolean safety(TicketOnLog ticket) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"),
                        "routing_reader",
                        mesh.secrets().password());
                PreparedStatement query =
                        reader.prepareStatement("select safety from routing_ticket where ticket_id = ?")) {
            query.setObject(1, ticket.id());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Its end, and not the yellow light, is now. */
    private static void runOut(TicketOnLog ticket) {
        await().until(() -> ClockRows.of(ticket), hasItem("DISPATCH RUNNING"));
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"),
                        "routing_reader",
                        mesh.secrets().password());
                PreparedStatement update = reader.prepareStatement(
                        "update deadline set due_at = app_now(), next_at = app_now(), state = 'APPROACHING'"
                                + " where ticket_id = ? and act = 'DISPATCH' and state = 'RUNNING'")) {
            update.setObject(1, ticket.id());
            assertThat(update.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
