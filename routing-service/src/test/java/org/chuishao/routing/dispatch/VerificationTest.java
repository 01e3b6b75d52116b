package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.awaitNotQueued;
import static org.chuishao.routing.dispatch.Waiting.awaitQueued;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.chuishao.routing.returns.Givers.adjudicator;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.Source;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A dispatcher sends the grid to look, and has the ticket back with the answer. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class VerificationTest {

    private static final Map<String, String> QUESTION = Map.of("question", "是否占道？联系13900001234");

    @Test
    void a_ticket_that_is_not_clear_is_looked_at_and_comes_back() {
        TicketOnLog ticket = Waiting.report();

        as(dispatcher("210102"))
                .body(QUESTION)
                .post(path(ticket))
                .then()
                .statusCode(201)
                .body("state", is("VERIFYING"))
                .body("region", is(COMMUNITY));

        awaitNotQueued(ticket);
        await().until(() -> ticket.events("ticket.verification-requested"), hasSize(1));
        JsonNode asked = ticket.events("ticket.verification-requested").get(0);
        assertThat(asked.path("region").asText()).isEqualTo(COMMUNITY);
        assertThat(asked.toString()).doesNotContain("占道", "13900001234");
        as(dispatcher("210102"))
                .body(QUESTION)
                .post(path(ticket))
                .then()
                .statusCode(409)
                .body("state", is("VERIFYING"));

        ticket.write(Source.GRID, new PlaceVerified(true, COMMUNITY, null, List.of("photo-1")));

        awaitQueued(ticket);
    }

    @Test
    void only_a_dispatcher_of_the_region_asks() {
        TicketOnLog ticket = Waiting.report();
        as(dispatcher("2102")).body(QUESTION).post(path(ticket)).then().statusCode(404);
        as(adjudicator("2101")).body(QUESTION).post(path(ticket)).then().statusCode(403);
        as(dispatcher("2101"))
                .body(Map.of())
                .post(path(ticket))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("question"));
    }

    @Test
    void the_same_request_twice_asks_once() {
        TicketOnLog ticket = Waiting.report();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(dispatcher("2101"), key).body(QUESTION).post(path(ticket)).then().statusCode(201);
        }
        await().until(() -> ticket.events("ticket.verification-requested"), hasSize(1));
    }

    private static String path(TicketOnLog ticket) {
        return "/api/v1/dispatch-queue/" + ticket.id() + "/verification";
    }
}
