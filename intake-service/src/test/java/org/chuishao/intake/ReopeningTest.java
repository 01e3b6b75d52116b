package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.OF_DALIAN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ReopeningTest {

    private static final Map<String, ?> AGAIN = Map.of("reason", "又坏了");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatWasClosedLatelyIsTakenUpAgainByItsCitizen() throws SQLException {
        UUID ticket = closed();
        windowEnds(ticket, "+ interval '1 minute'");

        act(CITIZEN, ticket, "reopenings", AGAIN)
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("round", equalTo(2));
    }

    @Test
    void afterTheWindowAnotherTicketIsNeeded() throws SQLException {
        UUID ticket = closed();
        windowEnds(ticket, "- interval '1 minute'");

        act(AGENT, ticket, "reopenings", AGAIN)
                .statusCode(409)
                .body("state", equalTo("CLOSED"))
                .body("detail", containsString("is over"));
    }

    @Test
    void whatIsClosedJustNowHasItsWindowBeforeIt() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "reopenings", AGAIN).statusCode(409).body("state", equalTo("RECEIVED"));
        act(AGENT, ticket, "answers", Map.of("answer", "是的")).statusCode(201);
        RestOfMesh.calledBack(ticket, true, "yes-" + ticket).then().statusCode(201);
        act(OF_DALIAN, ticket, "reopenings", AGAIN).statusCode(404);
        act(AGENT, ticket, "reopenings", AGAIN).statusCode(201).body("round", equalTo(2));
    }

    @Test
    void whatWasSettledBeforeThereWereClocksHasTheSameWindow() throws SQLException {
        UUID lately = settledUnclocked("10 days");
        act(AGENT, lately, "reopenings", AGAIN).statusCode(201);
        UUID longAgo = settledUnclocked("16 days");
        act(CITIZEN, longAgo, "reopenings", AGAIN).statusCode(409).body("detail", containsString("is over"));
    }

    private static UUID settledUnclocked(String ago) throws SQLException {
        UUID ticket = closed();
        Clocks.awaitClock(ticket, "REOPEN_WINDOW RUNNING");
        Clocks.update("delete from deadline where act = 'REOPEN_WINDOW' and ticket_id = '" + ticket + "'");
        Clocks.bySuperuser(
                "update ticket_event set at = at - interval '" + ago + "' where ticket_id = '" + ticket + "'");
        return ticket;
    }

    private static UUID closed() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "answers", Map.of("answer", "是的")).statusCode(201);
        RestOfMesh.calledBack(ticket, true, "yes-" + ticket)
                .then()
                .statusCode(201)
                .body("state", equalTo("CLOSED"));
        awaitEvent(ticket, "ticket.closed");
        return ticket;
    }

    /** As if it ended then; the clock has not fired yet. */
    private static void windowEnds(UUID ticket, String when) throws SQLException {
        await().atMost(PATIENCE).until(() -> Clocks.of(ticket).contains("REOPEN_WINDOW RUNNING"));
        Clocks.update("update deadline set due_at = app_now() " + when + ", next_at = null where ticket_id = '" + ticket
                + "' and act = 'REOPEN_WINDOW'");
    }
}
