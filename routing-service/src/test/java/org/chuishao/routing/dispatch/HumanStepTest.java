package org.chuishao.routing.dispatch;

import static org.chuishao.routing.dispatch.Waiting.DISPATCHES;
import static org.chuishao.routing.dispatch.Waiting.request;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What a dispatcher's decision keeps of how it came about. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HumanStepTest {

    private static final Bearer OTHER = Bearer.of("dispatcher").subject("other").regions("2101");

    @Test
    void what_one_has_in_hand_no_other_dispatches_or_sends_to_be_looked_at() {
        TicketOnLog ticket = Waiting.report();
        as(dispatcher("210102")).post(queue(ticket) + "/claims").then().statusCode(201);

        as(OTHER)
                .body(request(ticket, "U-TERR-210102001", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(409)
                .body("claimedBy", is("dispatcher-210102"));
        as(OTHER)
                .body(Map.of("question", "是否占道？"))
                .post(queue(ticket) + "/verification")
                .then()
                .statusCode(409)
                .body("claimedBy", is("dispatcher-210102"));
        as(dispatcher("210102"))
                .body(request(ticket, "U-TERR-210102001", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(201);

        decision(ticket)
                .body("decision.waitedSeconds", greaterThan(0f))
                .body("decision.handledSeconds", greaterThan(0f))
                .body("decision.overrides", empty());
    }

    @Test
    void what_was_not_claimed_has_no_time_in_hand() {
        TicketOnLog ticket = Waiting.report();

        as(OTHER)
                .body(request(ticket, "U-TERR-210102001", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(201);

        decision(ticket).body("decision.waitedSeconds", greaterThan(0f)).body("decision.handledSeconds", nullValue());
    }

    @Test
    void what_is_not_as_it_was_found_is_kept_with_the_reason() {
        TicketOnLog ticket = Waiting.report();
        Map<String, Object> request = new HashMap<>(request(ticket, "U-TERR-210102", List.of()));
        request.putAll(Map.of("category", "NOISE", "region", "210102"));

        as(OTHER).body(request).post(DISPATCHES).then().statusCode(201);

        decision(ticket)
                .body("decision.overrides.field", contains("CATEGORY", "REGION"))
                .body("decision.overrides.found", contains("STREET_TRADE", "210102001002"))
                .body("decision.words", is("职责明确，联系***"));
        as(OTHER).body(request).post(DISPATCHES).then().statusCode(409).body("state", is("PENDING_SIGN"));
    }

    private static io.restassured.response.ValidatableResponse decision(TicketOnLog ticket) {
        return as(OTHER)
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .statusCode(200);
    }

    private static String queue(TicketOnLog ticket) {
        return "/api/v1/dispatch-queue/" + ticket.id();
    }
}
