package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.LOG;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.Intake.write;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe.Found;

/** What people do to a ticket over HTTP. */
final class Acts {

    static final Bearer CITIZEN =
            Bearer.of("citizen").citizen("hash-of-somebody".repeat(3).substring(0, 43));
    static final Bearer ANOTHER_CITIZEN =
            Bearer.of("citizen").citizen("hash-of-another".repeat(3).substring(0, 43));
    static final Bearer OF_DALIAN = Bearer.of("agent").regions("2102");

    private Acts() {}

    static ValidatableResponse act(Bearer by, UUID ticket, String act, Map<String, ?> body) {
        return keyed(by).body(body).post(TICKETS + "/" + ticket + "/" + act).then();
    }

    /** A complaint of a citizen's own, which waits for an agent. */
    static UUID byWeb() {
        Map<String, Object> ticket = complaint();
        ticket.put("channel", "WEB");
        return UUID.fromString(keyed(CITIZEN)
                .body(ticket)
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** A complaint by phone whose first events have been read. */
    static UUID byPhone() {
        UUID ticket = submitted(complaint());
        awaitEvent(ticket, "ticket.accepted");
        return ticket;
    }

    static void classified(UUID ticket, Severity severity, int seen) {
        write(
                ticket,
                Source.ROUTING,
                1,
                null,
                seen,
                new TicketClassified(severity, "供热", 0.9, "rules-1", COMMUNITY, List.of()));
        awaitEvent(ticket, "ticket.classified");
    }

    static void awaitEvent(UUID ticket, String type) {
        await().atMost(PATIENCE).until(() -> RestOfMesh.timeline(ticket).contains(type));
    }

    /** All that the log says of a ticket, as anybody who reads it sees it. */
    static String onTheLog(UUID ticket) {
        return LOG.read("ticket-lifecycle", ticket.toString()).stream()
                .map(Found::toString)
                .collect(Collectors.joining("\n"));
    }

    static ValidatableResponse seen(UUID ticket) {
        return as(AGENT).get(TICKETS + "/" + ticket).then().statusCode(200);
    }

    static List<String> dueForCallback() {
        return as(AGENT)
                .queryParams("callbackDue", true, "limit", 200)
                .get(TICKETS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
