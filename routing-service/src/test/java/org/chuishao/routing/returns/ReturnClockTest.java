package org.chuishao.routing.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.returns.Givers.ADJUDICATOR;
import static org.chuishao.routing.returns.Givers.adjudicate;
import static org.chuishao.routing.returns.Givers.dispatched;
import static org.chuishao.routing.returns.Givers.gives;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.Unmerged;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.ClockRows;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** How long an adjudicator and a conference may take. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ReturnClockTest {

    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final String DESK = "U-TERR-210102";
    private static final Sealed WORDS = new Sealed("k1.AAAA");

    @Test
    void a_return_has_a_clock_of_its_own_that_the_adjudicators_word_stops() {
        TicketOnLog ticket = dispatched();
        UUID part = gives(ticket, COMPANY, true, DESK);
        assertThat(ClockRows.of(ticket)).containsExactly("ADJUDICATE RUNNING");

        adjudicate(part, false).statusCode(201);

        assertThat(ClockRows.of(ticket)).containsExactly("ADJUDICATE STOPPED");
        await().until(() -> ticket.events("ticket.return-adjudicated"), hasSize(1));
        dispatched();
        assertThat(ticket.events("deadline.annulled")).isEmpty();
        assertThat(ClockRows.of(ticket))
                .as("the unit has it again, whose own clocks never stopped")
                .containsExactly("ADJUDICATE STOPPED");
    }

    @Test
    void what_an_adjudicator_lets_go_waits_for_a_dispatcher() {
        TicketOnLog ticket = dispatched();

        adjudicate(gives(ticket, COMPANY, true, DESK), true).statusCode(201);

        await().until(() -> ClockRows.of(ticket), contains("ADJUDICATE STOPPED", "DISPATCH RUNNING"));
    }

    @Test
    void an_assisting_units_return_waits_beside_the_leads() {
        TicketOnLog ticket = dispatched();
        UUID lead = gives(ticket, COMPANY, true, DESK);
        UUID assisting = gives(ticket, DESK, false, COMPANY);
        assertThat(ClockRows.of(ticket)).containsExactly("ADJUDICATE RUNNING", "ADJUDICATE RUNNING");

        adjudicate(assisting, true).statusCode(201);
        assertThat(ClockRows.of(ticket)).containsExactlyInAnyOrder("ADJUDICATE RUNNING", "ADJUDICATE STOPPED");

        adjudicate(lead, false).statusCode(201);
        assertThat(ClockRows.of(ticket)).containsExactly("ADJUDICATE STOPPED", "ADJUDICATE STOPPED");
    }

    @Test
    void an_assisting_units_return_does_not_wait_while_the_ticket_is_merged_and_waits_anew_after() {
        TicketOnLog ticket = dispatched();
        UUID lead = gives(ticket, COMPANY, true, DESK);
        adjudicate(lead, false).statusCode(201);
        await().until(() -> ticket.events("ticket.return-adjudicated"), hasSize(1));
        ticket.write(Source.GRID, lead, new AssignmentSigned());
        gives(ticket, DESK, false, COMPANY);
        assertThat(ClockRows.of(ticket)).containsExactly("ADJUDICATE STOPPED", "ADJUDICATE RUNNING");

        ticket.write(Source.INTAKE, new Merged(Ids.next(), WORDS));
        await().until(() -> ClockRows.of(ticket), contains("ADJUDICATE STOPPED", "ADJUDICATE ANNULLED"));

        ticket.write(Source.INTAKE, new Unmerged(WORDS));
        await().until(() -> ClockRows.of(ticket), hasItem("ADJUDICATE RUNNING"));
    }

    @Test
    void what_is_brought_before_a_conference_waits_for_its_word_and_for_no_adjudicator() {
        TicketOnLog ticket = dispatched();
        gives(ticket, COMPANY, true, DESK);

        as(ADJUDICATOR)
                .body(Map.of("ticket", ticket.id(), "ground", "均称非其职责", "units", List.of(COMPANY, DESK)))
                .post("/api/v1/disputes")
                .then()
                .statusCode(201);
        await().until(() -> ClockRows.of(ticket), contains("ADJUDICATE STOPPED", "CONFERENCE RUNNING"));

        as(ADJUDICATOR)
                .body(Map.of("leadUnit", DESK))
                .post("/api/v1/disputes/" + ticket.id() + "/designation")
                .then()
                .statusCode(201);
        assertThat(ClockRows.of(ticket)).containsExactly("ADJUDICATE STOPPED", "CONFERENCE STOPPED");
    }

    @Test
    void what_the_citizen_takes_back_waits_for_nobody() {
        TicketOnLog ticket = dispatched();
        gives(ticket, COMPANY, true, DESK);

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        await().until(() -> ClockRows.of(ticket), contains("ADJUDICATE ANNULLED"));
    }
}
