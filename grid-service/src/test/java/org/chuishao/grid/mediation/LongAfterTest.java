package org.chuishao.grid.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.chuishao.grid.mediation.Mediating.*;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Archived;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** By the time that it is due to be seen whether they keep their word, the ticket is closed, and may be archived. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LongAfterTest {

    @Test
    void theRevisitOfAClosedTicketComesDueAndIsRecorded() {
        TicketOnLog ticket = dispatched();
        String id = closed(ticket);
        assertThat(clock(id)).isEqualTo("RUNNING");

        over(id);
        missed(ticket);
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.escalated").get(0).value())
                .contains("\"to\":\"" + TERRITORY + "\"", "NOT_REVISITED");
        toldAbove(ticket);
        step(MEDIATOR, id, "revisits", Map.of("kept", false, "route", "JUSTICE_OFFICE"))
                .statusCode(201)
                .body("phase", is("REFERRED"));
        await().atMost(PATIENCE).until(() -> ticket.events("mediation.revisited"), hasSize(1));
    }

    @Test
    void thatOfAnArchivedTicketTooAndWhatFollowsOfItStandsInTheTimeline() {
        TicketOnLog ticket = dispatched();
        String id = closed(ticket);
        ticket.write(Source.INTAKE, new Archived("seal"));
        await().atMost(PATIENCE).until(() -> folded(ticket, "state"), is("ARCHIVED"));
        assertThat(clock(id)).isEqualTo("RUNNING");

        over(id);
        missed(ticket);
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.escalated"), hasSize(1));
        toldAbove(ticket);
        step(WORKER, id, "revisits", Map.of("kept", false)).statusCode(201).body("phase", is("MEDIATING"));
        step(WORKER, id, "sessions", session()).statusCode(201);
        step(WORKER, id, "outcome", agreement()).statusCode(201).body("phase", is("AGREED"));
        await().atMost(PATIENCE).until(() -> ticket.events("mediation.ended"), hasSize(2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(folded(ticket, "late"))
                .as("none of it came too late")
                .isEqualTo(othersAfterTheArchive(ticket)));
        assertThat(text(
                        "select string_agg(state, ' ' order by id) from deadline where assignment = ?",
                        UUID.fromString(id)))
                .isEqualTo("MISSED RUNNING");
    }

    @Test
    void itsYellowLightIsToldToTheMediatorThoughTheTicketIsClosed() {
        TicketOnLog ticket = dispatched();
        String id = closed(ticket);
        update(
                "update deadline set yellow_at = app_now(), next_at = app_now() where assignment = ?",
                UUID.fromString(id));
        await().atMost(PATIENCE).until(() -> ticket.events("deadline.approaching").stream()
                .anyMatch(it -> it.value().contains("MEDIATION_REVISIT")));
        await().atMost(PATIENCE)
                .until(
                        () -> text(
                                "select count(*) from notification where ticket_id = ? and matter = 'APPROACHING'"
                                        + " and act = 'MEDIATION_REVISIT' and holder = ?",
                                ticket.id(),
                                CHIEF),
                        not("0"));
    }

    /** Agreed, and then the work done and the ticket closed. */
    private static String closed(TicketOnLog ticket) {
        String assignment = signed(ticket);
        String id = agreed(assignment);
        act(assignment, "resolutions", Map.of("solved", true, "result", "已调解")).statusCode(201);
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.resolved"), hasSize(1));
        ticket.write(Source.INTAKE, new Reviewed(true, null));
        ticket.write(Source.INTAKE, new CalledBack(1, true, true, true, null, null));
        ticket.write(Source.INTAKE, new Closed(Ground.SOLVED));
        await().atMost(PATIENCE).until(() -> folded(ticket, "state"), is("CLOSED"));
        as(WORKER).get(PATH + "/" + id).then().statusCode(200).body("phase", is("AGREED"));
        return id;
    }

    private static String othersAfterTheArchive(TicketOnLog ticket) {
        List<String> types =
                ticket.events().stream().map(it -> it.headers().get("ce_type")).toList();
        int archived = types.indexOf("org.chuishao.ticket.archived.v1");
        return String.valueOf(types.subList(archived + 1, types.size()).stream()
                .filter(it -> !it.contains(".mediation.")
                        && !it.contains(".deadline.")
                        && !it.contains(".ticket.escalated.")
                        && !it.contains(".ticket.notified."))
                .count());
    }

    private static void missed(TicketOnLog ticket) {
        await().atMost(PATIENCE).until(() -> ticket.events("deadline.missed").stream()
                .map(LogProbe.Found::value)
                .anyMatch(it -> it.contains("MEDIATION_REVISIT")));
    }

    private static void toldAbove(TicketOnLog ticket) {
        await().atMost(PATIENCE)
                .until(
                        () -> text(
                                "select count(*) from notification where ticket_id = ? and matter = 'ESCALATED'"
                                        + " and desk = ?",
                                ticket.id(),
                                TERRITORY),
                        not("0"));
    }

    private static void over(String mediation) {
        update(
                "update deadline set due_at = app_now(), next_at = app_now() where assignment = ?",
                UUID.fromString(mediation));
    }

    private static String clock(String mediation) {
        return text("select state from deadline where assignment = ?", UUID.fromString(mediation));
    }
}
