package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.seen;
import static org.chuishao.intake.Clocks.awaitClock;
import static org.chuishao.intake.Clocks.over;
import static org.chuishao.intake.Clocks.say;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.awaitState;
import static org.chuishao.intake.Intake.see;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intake's own clocks, and what follows when they run out. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClocksTest {

    private static final Map<String, ?> FACT = Map.of("missing", List.of("FACT"));

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatComesInByWebWaitsForItsAgentByTheClock() throws SQLException {
        UUID ticket = byWeb();
        awaitClock(ticket, "ACCEPT RUNNING");
        assertThat(say(ticket, "ACCEPT", "due_at - started_at")).isEqualTo("02:00:00");

        act(AGENT, ticket, "acceptances", Map.of()).statusCode(201);
        assertThat(Clocks.of(ticket)).contains("ACCEPT STOPPED");
        awaitClock(ticket, "CITIZEN RUNNING");
        assertThat(Clocks.of(ticket)).containsExactlyInAnyOrder("ACCEPT STOPPED", "CITIZEN RUNNING");
    }

    @Test
    void aPhoneAgentAcceptsAtOnceAndOnlyTheCitizensClockStarts() throws SQLException {
        UUID ticket = byPhone();
        awaitClock(ticket, "CITIZEN RUNNING");
        assertThat(Clocks.of(ticket)).containsExactly("CITIZEN RUNNING");
        assertThat(say(ticket, "CITIZEN", "started_at = (select received_at from ticket where id = d.ticket_id)"))
                .isEqualTo("t");
    }

    @Test
    void whatIsNotSuppliedInTimeIsClosedAsIncomplete() throws SQLException {
        UUID ticket = byWeb();
        act(AGENT, ticket, "info-requests", FACT).statusCode(201);
        over(ticket, "SUPPLEMENT");
        awaitState(ticket, "CLOSED");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items.find { it.type == 'ticket.closed' }.data.ground", equalTo("INCOMPLETE"))
                .body("items.find { it.type == 'ticket.closed' }.actor.role", equalTo("service"))
                .body("items[0].data.content", equalTo("家里只有十四度，打过供热公司电话没人来。"));
        awaitClock(ticket, "REOPEN_WINDOW RUNNING");
    }

    @Test
    void whatIsSuppliedLateButBeforeTheClockFiresIsNotClosed() throws SQLException {
        UUID ticket = byWeb();
        act(AGENT, ticket, "info-requests", FACT).statusCode(201);
        awaitClock(ticket, "SUPPLEMENT RUNNING");
        Clocks.update(
                "update deadline set due_at = app_now(), next_at = null where act = 'SUPPLEMENT' and ticket_id = '"
                        + ticket + "'");
        act(CITIZEN, ticket, "supplements", Map.of("content", "三号楼")).statusCode(201);

        awaitClock(ticket, "SUPPLEMENT MISSED");
        awaitEvent(ticket, "ticket.supplemented");
        seen(ticket).body("state", equalTo("RECEIVED"));
        assertThat(RestOfMesh.timeline(ticket)).doesNotContain("ticket.closed");
    }

    @Test
    void anEmergencyServiceThatIsSilentGivesTheTicketBack() throws SQLException {
        UUID ticket = byPhone();
        act(AGENT, ticket, "transfers", Map.of("service", "119")).statusCode(201);
        awaitClock(ticket, "TRANSFER_RECEIPT RUNNING");
        assertThat(say(ticket, "TRANSFER_RECEIPT", "due_at - started_at")).isEqualTo("00:03:00");
        over(ticket, "TRANSFER_RECEIPT");

        awaitState(ticket, "RECEIVED");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(
                        "items.findAll { it.type == 'ticket.transferred' }.data.receipt",
                        equalTo(List.of("REQUESTED", "SILENT")))
                .body("items.findAll { it.type == 'ticket.transferred' }.data.service", hasItem("119"));
        awaitClock(ticket, "ACCEPT RUNNING");
    }

    @Test
    void besideUnitsTheReceiptIsWaitedForToo() throws SQLException {
        UUID ticket = byPhone();
        RestOfMesh.handled(ticket);
        act(AGENT, ticket, "transfers", Map.of("service", "110")).statusCode(201);
        over(ticket, "TRANSFER_RECEIPT");
        awaitClock(ticket, "TRANSFER_RECEIPT MISSED");
        act(AGENT, ticket, "transfers", Map.of("service", "110"))
                .statusCode(201)
                .body("state", equalTo("PENDING_REVIEW"));
        awaitClock(ticket, "TRANSFER_RECEIPT RUNNING");
        act(AGENT, ticket, "transfers/receipts", Map.of("receipt", "REFUSED")).statusCode(201);
        awaitClock(ticket, "TRANSFER_RECEIPT STOPPED");
    }

    @Test
    void reviewAndCallbackHaveTheirClocksAndOneThatIsMissedIsToldAndChangesNothing() throws SQLException {
        UUID ticket = byPhone();
        RestOfMesh.handled(ticket);
        over(ticket, "REVIEW");
        awaitEvents(ticket, "deadline.missed");
        seen(ticket).body("state", equalTo("PENDING_REVIEW"));
        RestOfMesh.reviewed(ticket);
        awaitClock(ticket, "CALLBACK RUNNING");
        RestOfMesh.calledBack(ticket, true, "yes-" + ticket).then().statusCode(201);
        awaitClock(ticket, "CALLBACK STOPPED");
        awaitClock(ticket, "CITIZEN STOPPED");
    }

    @Test
    void theCitizensClockIsCountedAgainFromReceiptWhenTheLevelChanges() throws SQLException {
        UUID ticket = byPhone();
        awaitClock(ticket, "CITIZEN RUNNING");
        String before = say(ticket, "CITIZEN", "due_at");
        Acts.classified(ticket, Severity.URGENT, 2);

        await().atMost(PATIENCE).until(() -> say(ticket, "CITIZEN", "rule").equals("citizen-urgent@1"));
        assertThat(
                        say(
                                ticket,
                                "CITIZEN",
                                "band = 0 and due_at = (select received_at from ticket where id = d.ticket_id) + interval '24 hours'"))
                .isEqualTo("t");
        assertThat(see(
                        "reader",
                        "select c.reason from deadline_change c join deadline d on d.id = c.deadline_id where d.ticket_id = '"
                                + ticket + "' and c.old_due_at = '" + before + "'"))
                .containsExactly("citizen-urgent@1 instead of citizen-ordinary@1");

        over(ticket, "CITIZEN");
        awaitEvents(ticket, "deadline.missed");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items.findAll { it.type == 'deadline.missed' }.data.act", hasItems("CITIZEN"));
    }

    @Test
    void aMergedTicketKeepsItsOwnCitizensClockAndOneTakenUpAgainStartsAnew() {
        UUID parent = byPhone();
        UUID child = byPhone();
        awaitClock(child, "CITIZEN RUNNING");
        act(AGENT, child, "merges", Map.of("parent", parent.toString(), "ground", "同一栋楼"))
                .statusCode(201);
        awaitEvent(child, "ticket.merged");
        act(AGENT, parent, "answers", Map.of("answer", "今晚恢复")).statusCode(201);
        awaitClock(parent, "CITIZEN STOPPED");
        awaitClock(child, "CITIZEN RUNNING");

        act(AGENT, parent, "reopenings", Map.of("reason", "仍未恢复")).statusCode(201);
        awaitClock(parent, "CITIZEN RUNNING");
        awaitClock(parent, "REOPEN_WINDOW STOPPED");
    }

    @Test
    void whatWasSettledInVainGoesOnByTheCitizensClock() throws SQLException {
        UUID ticket = byPhone();
        awaitClock(ticket, "CITIZEN RUNNING");
        RestOfMesh.dispatched(ticket, 1, 2);
        awaitEvent(ticket, "ticket.dispatched");
        String due = say(ticket, "CITIZEN", "due_at");
        // as an answer does with its commit, before it is seen that another's event stands before it
        Clocks.update("update deadline set state = 'STOPPED', stopped_at = app_now(), next_at = null"
                + " where act = 'CITIZEN' and ticket_id = '" + ticket + "'");
        Intake.write(ticket, Source.INTAKE, 1, null, 2, new Answered(RestOfMesh.SEALER.seal("今晚恢复"), null));

        awaitEvent(ticket, "ticket.answered");
        seen(ticket).body("state", equalTo("PENDING_SIGN"));
        awaitClock(ticket, "CITIZEN RUNNING");
        assertThat(see(
                        "reader",
                        "select due_at from deadline where act = 'CITIZEN' and state = 'RUNNING' and ticket_id = '"
                                + ticket + "'"))
                .containsExactly(due);
    }

    private static void awaitEvents(UUID ticket, String type) {
        await().atMost(PATIENCE).until(() -> as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .<List<String>>path("items.type")
                .contains(type));
    }
}
