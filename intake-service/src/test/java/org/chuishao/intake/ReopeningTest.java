package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.OF_DALIAN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.see;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
        settledBefore(ticket, "15 days - 1 hour");

        act(CITIZEN, ticket, "reopenings", AGAIN)
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("round", equalTo(2));
    }

    @Test
    void afterTheWindowAnotherTicketIsNeeded() throws SQLException {
        UUID ticket = closed();
        settledBefore(ticket, "15 days + 1 minute");

        act(AGENT, ticket, "reopenings", AGAIN)
                .statusCode(409)
                .body("state", equalTo("CLOSED"))
                .body("detail", containsString("15 days"));
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

    private static void settledBefore(UUID ticket, String time) throws SQLException {
        await().atMost(PATIENCE)
                .until(() -> see("reader", "select closed_at is not null from ticket where id = '" + ticket + "'")
                        .equals(List.of("t")));
        try (Connection connection = Intake.connect("reader");
                Statement statement = connection.createStatement()) {
            statement.execute("update ticket set closed_at = app_now() - (interval '%s') where id = '%s'"
                    .formatted(time.replace(" - ", " -").replace(" + ", " "), ticket));
        }
    }
}
