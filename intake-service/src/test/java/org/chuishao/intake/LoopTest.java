package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.awaitState;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.Intake.write;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intake's half of a ticket's life; the test plays routing and grid on the log. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LoopTest {

    private static final String UNIT = "U-HEATING-CO-210102";

    @Inject
    Sealer sealer;

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void fromTheCallToTheCitizensWord() throws SQLException {
        UUID ticket = submitted(complaint());
        resolved(ticket, 1, 2);
        awaitState(ticket, "PENDING_REVIEW");
        as(Bearer.of("unit").unit(UNIT))
                .get(TICKETS + "/" + ticket)
                .then()
                .statusCode(200)
                .body("caller", nullValue())
                .body("place.text", nullValue())
                .body("leadUnit", equalTo(UNIT));

        reviewed(ticket);
        called(ticket, false).body("state", equalTo("REWORK")).body("round", equalTo(2));
        resolvedAgain(ticket);
        awaitState(ticket, "PENDING_REVIEW");
        reviewed(ticket);
        called(ticket, true).body("state", equalTo("CLOSED"));

        await().atMost(PATIENCE).until(() -> timeline(ticket).contains("ticket.closed"));
        assertThat(timeline(ticket))
                .containsExactly(
                        "ticket.received",
                        "ticket.accepted",
                        "ticket.dispatched",
                        "assignment.created",
                        "assignment.signed",
                        "assignment.resolved",
                        "ticket.reviewed",
                        "ticket.called-back",
                        "ticket.rework-ordered",
                        "assignment.created",
                        "assignment.signed",
                        "assignment.resolved",
                        "ticket.reviewed",
                        "ticket.called-back",
                        "ticket.closed");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items[0].data.title", equalTo("暖气不热"))
                .body("items[0].data.callerHash", nullValue())
                .body("items[0].data.place.text", nullValue())
                .body("items[5].data.result", equalTo("修好了"))
                .body("items.findAll { it.late }.size()", equalTo(0));
        assertThat(see("reader", "select closed_at is not null from ticket where id = '" + ticket + "'"))
                .containsExactly("t");
        assertThat(see("reader", "select solved from callback where ticket_id = '" + ticket + "' order by at"))
                .containsExactly("f", "t");
    }

    @Test
    void whatAWorkerFoundOnPatrolBecomesATicketWithANumber() {
        UUID ticket = Ids.next();
        Place place = new Place(null, COMMUNITY, 123.4, 41.8, Place.Crs.WGS84);
        write(
                ticket,
                Source.GRID,
                1,
                null,
                0,
                new GridReported(
                        sealer.seal("井盖缺失"), sealer.seal("路口井盖没了"), place, COMMUNITY + "101", List.of(), true));

        await().atMost(PATIENCE)
                .until(() -> as(AGENT).get(TICKETS + "/" + ticket).statusCode() == 200);
        as(AGENT)
                .get(TICKETS + "/" + ticket)
                .then()
                .body("channel", equalTo("GRID"))
                .body("title", equalTo("井盖缺失"))
                .body("state", equalTo("PENDING_REVIEW"))
                .body("number.length()", equalTo(16));
    }

    @Test
    void aCallThatTheLogSawTooLateIsAnnulled() throws SQLException {
        UUID ticket = submitted(complaint());
        resolved(ticket, 1, 2);
        awaitState(ticket, "PENDING_REVIEW");
        reviewed(ticket);
        await().atMost(PATIENCE).until(() -> timeline(ticket).contains("ticket.reviewed"));

        CompletableFuture<Integer> call;
        try (Connection connection = Intake.connect("reader");
                Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + key(ticket) + ")");
            call = CompletableFuture.supplyAsync(
                    () -> callBack(ticket, true).then().extract().statusCode());
            await().atMost(PATIENCE).until(() -> !waiting("intake_app").isEmpty());
            // stands first on the log, while the call's event is not even written
            write(ticket, Source.INTAKE, 1, null, 7, new Withdrawn("OTHER"));
            await().atMost(PATIENCE).until(() -> !waiting("intake_reader").isEmpty());
        }

        assertThat(call.join()).isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> see("reader", "select annulled from callback where ticket_id = '" + ticket + "'")
                        .equals(List.of("t")));
        awaitState(ticket, "WITHDRAWN");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items.findAll { it.late }.type", equalTo(List.of("ticket.called-back", "ticket.closed")));
    }

    private static List<String> waiting(String role) throws SQLException {
        return see(
                "reader",
                "select l.pid from pg_locks l join pg_stat_activity a using (pid)"
                        + " where not l.granted and l.locktype = 'advisory' and a.usename = '" + role + "'");
    }

    private static long key(UUID ticket) {
        return ticket.getMostSignificantBits() ^ ticket.getLeastSignificantBits();
    }

    private void resolved(UUID ticket, int round, int seen) {
        // who answers an event has read it
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == seen);
        write(
                ticket,
                Source.ROUTING,
                round,
                null,
                seen,
                new TicketDispatched(
                        UNIT, List.of(), List.of(), COMMUNITY, Severity.URGENT, "供热", Mode.AUTO, "catalogue"));
        handled(ticket, round, seen + 1);
    }

    private void resolvedAgain(UUID ticket) {
        await().atMost(PATIENCE).until(() -> timeline(ticket).contains("ticket.rework-ordered"));
        handled(ticket, 2, timeline(ticket).size());
    }

    private void handled(UUID ticket, int round, int seen) {
        UUID assignment = Ids.next();
        write(
                ticket,
                Source.GRID,
                round,
                assignment,
                seen,
                new AssignmentCreated(true, UNIT, COMMUNITY, null, null, "W-1", null, "on duty"));
        write(ticket, Source.GRID, round, assignment, seen + 1, new AssignmentSigned());
        write(
                ticket,
                Source.GRID,
                round,
                assignment,
                seen + 2,
                new AssignmentResolved(true, sealer.seal("修好了"), List.of()));
    }

    private static void reviewed(UUID ticket) {
        keyed(REVIEWER)
                .body(Map.of("passed", true, "remark", "可以"))
                .post(TICKETS + "/" + ticket + "/reviews")
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING_CALLBACK"));
    }

    private static io.restassured.response.ValidatableResponse called(UUID ticket, boolean solved) {
        return callBack(ticket, solved).then().statusCode(201);
    }

    private static io.restassured.response.Response callBack(UUID ticket, boolean solved) {
        return keyed(AGENT)
                .body(Map.of(
                        "reached",
                        true,
                        "contacted",
                        true,
                        "solved",
                        solved,
                        "satisfaction",
                        solved ? "VERY_SATISFIED" : "NOT_SATISFIED",
                        "words",
                        "谢谢"))
                .post(TICKETS + "/" + ticket + "/callbacks");
    }

    private static List<String> timeline(UUID ticket) {
        return as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .path("items.type");
    }
}
