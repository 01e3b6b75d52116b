package org.chuishao.intake;

import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.RestOfMesh.ITEMS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class TransferTest {

    private static final Map<String, ?> TO_FIRE = Map.of("service", "119");
    private static final Map<String, ?> ACCEPTED = Map.of("receipt", "ACCEPTED", "reference", "119-2026-1123-0087");
    private static final Map<String, ?> REFUSED = Map.of("receipt", "REFUSED");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatTheOtherSideTakesIsSettled() {
        UUID ticket = byPhone();
        act(AGENT, ticket, "transfers", TO_FIRE).statusCode(201).body("state", equalTo("TRANSFERRED"));
        act(AGENT, ticket, "transfers", Map.of("service", "110"))
                .statusCode(409)
                .body("detail", containsString("not answered yet"));

        act(AGENT, ticket, "transfers/receipts", ACCEPTED).statusCode(201).body("state", equalTo("CLOSED"));

        awaitEvent(ticket, "ticket.closed");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(ITEMS + "[2].data.service", equalTo("119"))
                .body(ITEMS + "[2].data.receipt", equalTo("REQUESTED"))
                .body(ITEMS + "[3].data.service", equalTo("119"))
                .body(ITEMS + "[3].data.receipt", equalTo("ACCEPTED"))
                .body(ITEMS + "[3].data.reference", equalTo("119-2026-1123-0087"))
                .body(ITEMS + "[4].data.ground", equalTo("TRANSFERRED"));
    }

    @Test
    void whatItRefusesComesBackAndCanGoElsewhere() {
        UUID ticket = byPhone();
        act(AGENT, ticket, "transfers", TO_FIRE).statusCode(201);
        act(AGENT, ticket, "transfers/receipts", REFUSED).statusCode(201).body("state", equalTo("RECEIVED"));
        act(AGENT, ticket, "transfers/receipts", ACCEPTED).statusCode(409).body("state", equalTo("RECEIVED"));

        act(AGENT, ticket, "transfers", Map.of("service", "122")).statusCode(201);
        act(AGENT, ticket, "transfers/receipts", ACCEPTED).statusCode(201).body("state", equalTo("CLOSED"));
        awaitEvent(ticket, "ticket.closed");
        as(AGENT).get(TICKETS + "/" + ticket + "/timeline").then().body(ITEMS + "[5].data.service", equalTo("122"));
    }

    @Test
    void unitsThatHaveItGoOnBesideTheTransfer() {
        UUID ticket = byPhone();
        RestOfMesh.handled(ticket);
        act(AGENT, ticket, "transfers", TO_FIRE).statusCode(201).body("state", equalTo("PENDING_REVIEW"));
        act(AGENT, ticket, "transfers/receipts", ACCEPTED).statusCode(201).body("state", equalTo("PENDING_REVIEW"));
    }

    @Test
    void aReceiptAnswersATransferAndCanBeFollowedUp() {
        UUID ticket = byPhone();
        act(AGENT, ticket, "transfers/receipts", ACCEPTED)
                .statusCode(409)
                .body("allowed", hasItem("ticket.transferred"));
        act(AGENT, ticket, "transfers", Map.of("service", "911"))
                .statusCode(400)
                .body("errors[0].field", equalTo("service"))
                .body("errors[0].message", containsString("110, 119, 120, 122"));
        act(AGENT, ticket, "transfers", TO_FIRE).statusCode(201);
        act(AGENT, ticket, "transfers/receipts", Map.of("receipt", "ACCEPTED"))
                .statusCode(400)
                .body("errors[0].field", equalTo("reference"));
        act(AGENT, ticket, "transfers/receipts", Map.of("receipt", "ACCEPTED", "reference", "13812341234"))
                .statusCode(400)
                .body("errors[0].field", equalTo("reference"));
        act(AGENT, ticket, "transfers/receipts", Map.of("receipt", "SILENT")).statusCode(400);
    }
}
