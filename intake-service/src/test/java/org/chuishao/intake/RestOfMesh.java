package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.write;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;

/** Plays routing and grid on the log, and the people of the hotline over HTTP. */
final class RestOfMesh {

    static final String UNIT = "U-HEATING-CO-210102";
    static final String WORKER = "W-1";

    /** A timeline without its clocks, whose events come when they come. */
    static final String ITEMS = "items.findAll { !it.type.startsWith('deadline.') }";

    static final Sealer SEALER = new Sealer(Intake.MESH.secrets().log());

    private RestOfMesh() {}

    /** To the unit; {@code seen} is how many events the ticket has had. */
    static void dispatched(UUID ticket, int round, int seen) {
        // who answers an event has read it
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == seen);
        write(
                ticket,
                Source.ROUTING,
                round,
                null,
                seen,
                new TicketDispatched(
                        UNIT, List.of(), List.of(), COMMUNITY, Severity.URGENT, "供热", Mode.AUTO, "catalogue", null));
    }

    /** To the worker. @return the assignment */
    static UUID assigned(UUID ticket, int round, int seen) {
        UUID assignment = Ids.next();
        write(
                ticket,
                Source.GRID,
                round,
                assignment,
                seen,
                new AssignmentCreated(true, UNIT, COMMUNITY, null, null, WORKER, null, "on duty"));
        return assignment;
    }

    static void resolved(UUID ticket, int round, UUID assignment, int seen) {
        write(ticket, Source.GRID, round, assignment, seen, new AssignmentSigned());
        write(
                ticket,
                Source.GRID,
                round,
                assignment,
                seen + 1,
                new AssignmentResolved(true, SEALER.seal("修好了"), List.of()));
    }

    /** From the dispatch to the result. */
    static void handled(UUID ticket) {
        dispatched(ticket, 1, 2);
        resolved(ticket, 1, assigned(ticket, 1, 3), 4);
        Intake.awaitState(ticket, "PENDING_REVIEW");
    }

    /** The second round, after the citizen said no. */
    static void handledAgain(UUID ticket) {
        handledAgain(ticket, 2);
    }

    static void handledAgain(UUID ticket, int round) {
        await().atMost(PATIENCE)
                .until(() -> timeline(ticket).stream()
                                .filter("ticket.rework-ordered"::equals)
                                .count()
                        == round - 1);
        int seen = timeline(ticket).size();
        resolved(ticket, round, assigned(ticket, round, seen), seen + 1);
        Intake.awaitState(ticket, "PENDING_REVIEW");
    }

    static void reviewed(UUID ticket) {
        keyed(REVIEWER)
                .body(Map.of("passed", true, "remark", "可以"))
                .post(TICKETS + "/" + ticket + "/reviews")
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING_CALLBACK"));
    }

    static Response calledBack(UUID ticket, boolean solved, String key) {
        return as(AGENT)
                .header("Idempotency-Key", key)
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

    static List<String> timeline(UUID ticket) {
        return as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .path(ITEMS + ".type");
    }
}
