package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.QUEUE;
import static org.chuishao.routing.dispatch.Waiting.awaitQueued;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.chuishao.routing.log.ClockRows;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What a worker finds on patrol is routed like any other ticket. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PatrolTest {

    @Test
    void it_is_dispatched_by_the_catalogue() {
        TicketOnLog ticket = TicketOnLog.found("夜市占道经营", "流动摊贩占道经营", COMMUNITY);

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));

        assertThat(ticket.events("ticket.dispatched").get(0).path("leadUnit").asText())
                .isEqualTo("U-TERR-" + COMMUNITY);
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .statusCode(200)
                .body("decision.mode", is("AUTO"));
    }

    @Test
    void what_the_rules_leave_to_a_person_stands_in_the_queue_and_is_dispatched_from_there() {
        TicketOnLog ticket = TicketOnLog.found("有人扬言", "威胁邻居", COMMUNITY);
        awaitQueued(ticket);
        as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body(Waiting.entry(ticket) + ".title", is("有人扬言"))
                .body(Waiting.entry(ticket) + ".number", nullValue());
        assertThat(ClockRows.of(ticket)).containsExactly("DISPATCH RUNNING");

        as(dispatcher("210102"))
                .body(Waiting.request(ticket, "U-TERR-210102", List.of()))
                .post(Waiting.DISPATCHES)
                .then()
                .statusCode(201);

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
    }
}
