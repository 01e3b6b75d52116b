package org.chuishao.grid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A worker goes and looks before a ticket is dispatched. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class VerificationTest {

    private static final String PATH = "/api/v1/verifications";
    private static final String GRID = "210102001002101";
    private static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final Sealer SEALER = new Sealer(Mesh.shared().secrets().log());
    private static final Map<String, ?> FOUND =
            Map.of("confirmed", true, "region", GRID, "note", "确有占道，联系13900001234", "evidence", List.of("photo-1"));

    @Test
    void theWorkerOfTheGridIsAskedLooksAndAnswers() {
        TicketOnLog ticket = asked(GRID);
        awaitListed(WORKER, ticket);
        as(WORKER)
                .get(PATH + "/" + ticket.id())
                .then()
                .statusCode(200)
                .body("question", is("是否占道？联系***"))
                .body("matter.title", is("夜市占道"))
                .body("matter.place", is("五里河街 12 号"));

        answer(WORKER, ticket, FOUND).statusCode(201).body("ticketState", is("PENDING_DISPATCH"));

        await().until(() -> ticket.events("assignment.verified"), hasSize(1));
        LogProbe.Found said = ticket.events("assignment.verified").get(0);
        assertThat(said.value()).contains("photo-1", GRID).doesNotContain("占道", "13900001234");
        assertThat(TicketOnLog.open(said, "note")).startsWith("确有占道");
        as(WORKER).get(PATH).then().body("items.ticket", not(hasItem(ticket.id().toString())));
        as(WORKER).get(PATH + "/" + ticket.id()).then().statusCode(404);
        answer(WORKER, ticket, FOUND).statusCode(409).body("state", is("PENDING_DISPATCH"));
    }

    @Test
    void whereNobodyWorksInTheGridTheDeskOfTheTerritoryIsAsked() {
        TicketOnLog ticket = asked("210102001");
        awaitListed(unit("U-TERR-210102001"), ticket);
        awaitListed(desk("210102"), ticket);
        answer(unit("U-TERR-210102001"), ticket, FOUND).statusCode(201);
    }

    @Test
    void whatTheCitizenTakesBackIsNotLookedAt() {
        TicketOnLog ticket = asked(GRID);
        awaitListed(WORKER, ticket);

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        await().untilAsserted(() -> as(WORKER)
                .get(PATH)
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString()))));
        answer(WORKER, ticket, FOUND).statusCode(409).body("state", is("WITHDRAWN"));
    }

    @Test
    void nobodyElseSeesOrAnswersIt() {
        TicketOnLog ticket = asked(GRID);
        awaitListed(WORKER, ticket);
        for (Bearer other : List.of(worker("W-210102001002102-1"), unit("U-TERR-210102001001"), desk("2102"))) {
            as(other)
                    .get(PATH)
                    .then()
                    .body("items.ticket", not(hasItem(ticket.id().toString())));
            as(other).get(PATH + "/" + ticket.id()).then().statusCode(404);
            answer(other, ticket, FOUND).statusCode(404);
        }
        awaitListed(supervisor("2101"), ticket);
        answer(supervisor("2101"), ticket, FOUND).statusCode(403);
    }

    @Test
    void wrongFieldsAreNamed() {
        TicketOnLog ticket = asked(GRID);
        awaitListed(WORKER, ticket);
        answer(WORKER, ticket, Map.of("confirmed", true, "region", "999999"))
                .statusCode(400)
                .body("errors.field", hasItem("region"));
        answer(WORKER, ticket, Map.of("region", GRID)).statusCode(400).body("errors.field", hasItem("confirmed"));
        answer(WORKER, ticket, Map.of("confirmed", true, "region", GRID, "evidence", List.of("13900001234")))
                .statusCode(400)
                .body("errors.field", hasItem("evidence[0]"));
        as(WORKER).get(PATH + "?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void theSameRequestTwiceAnswersOnce() {
        TicketOnLog ticket = asked(GRID);
        awaitListed(WORKER, ticket);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(WORKER)
                    .header("Idempotency-Key", key)
                    .body(FOUND)
                    .post(PATH + "/" + ticket.id() + "/findings")
                    .then()
                    .statusCode(201);
        }
        await().until(() -> ticket.events("assignment.verified"), hasSize(1));
    }

    private static TicketOnLog asked(String region) {
        return TicketOnLog.accepted("夜市占道", region)
                .write(Source.ROUTING, new VerificationRequested(region, SEALER.seal("是否占道？联系13900001234")));
    }

    private static void awaitListed(Bearer who, TicketOnLog ticket) {
        await().untilAsserted(() -> as(who).get(PATH + "?limit=500")
                .then()
                .statusCode(200)
                .body("items.ticket", hasItem(ticket.id().toString())));
    }

    private static ValidatableResponse answer(Bearer who, TicketOnLog ticket, Map<String, ?> body) {
        return as(who).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(PATH + "/" + ticket.id() + "/findings")
                .then();
    }
}
