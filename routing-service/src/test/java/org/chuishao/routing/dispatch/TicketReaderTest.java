package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.awaitNotQueued;
import static org.chuishao.routing.dispatch.Waiting.awaitQueued;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Callers.ops;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class TicketReaderTest {

    @Test
    void an_accepted_ticket_is_classified_and_dispatched_once_however_often_it_is_delivered() {
        TicketOnLog ticket = TicketOnLog.accepted("家里暖气不热", "室温不达标，只有十五度", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));

        ticket.deliverAgain();
        TicketOnLog next = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> next.events("ticket.dispatched"), hasSize(1));

        assertThat(ticket.events("ticket.classified")).hasSize(2); // one, and its redelivery
        JsonNode dispatched = ticket.events("ticket.dispatched").get(0);
        assertThat(dispatched.path("leadUnit").asText()).isEqualTo("U-HEATING-CO-210102");
        assertThat(dispatched.path("copies").get(0).asText()).isEqualTo("U-TERR-" + COMMUNITY);
        assertThat(dispatched.path("severity").asText()).isEqualTo("URGENT");
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .statusCode(200)
                .body("decision.outcome", is("DISPATCHED"))
                .body("decision.mode", is("AUTO"))
                .body("decision.model", is("keywords-1"))
                .body("decision.evidence", hasItem("word: 暖气不热"))
                .body("earlier", hasSize(0));
    }

    @Test
    void what_the_citizen_said_is_on_the_log_only_sealed() {
        TicketOnLog ticket = TicketOnLog.accepted("暖气不热", "我叫王小明，电话13912345678", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));

        assertThat(ticket.raw()).doesNotContain("王小明", "13912345678");
    }

    @Test
    void danger_to_life_goes_out_before_it_is_accepted() {
        TicketOnLog ticket = TicketOnLog.received("楼道燃气泄漏", "味道很大", Kind.REPORT, Channel.WEB, COMMUNITY, true);

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        JsonNode dispatched = ticket.events("ticket.dispatched").get(0);
        assertThat(dispatched.path("leadUnit").asText()).isEqualTo("U-TERR-" + COMMUNITY);
        assertThat(dispatched.path("assistingUnits").get(0).asText()).isEqualTo("U-GAS-CO-210102");
        assertThat(dispatched.path("severity").asText()).isEqualTo("CRITICAL");
    }

    @Test
    void a_web_order_waits_for_its_acceptance() {
        TicketOnLog ticket = TicketOnLog.received("楼上噪音扰民", "天天吵闹", Kind.COMPLAINT, Channel.WEB, COMMUNITY, false);
        TicketOnLog later = TicketOnLog.accepted("楼上噪音扰民", "天天吵闹", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> later.events("ticket.dispatched"), hasSize(1));
        assertThat(ticket.events("ticket.classified")).isEmpty();

        ticket.accept();

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
    }

    @Test
    void a_ticket_that_was_withdrawn_leaves_the_queue() {
        TicketOnLog ticket = TicketOnLog.accepted("举报夜市占道", "流动摊贩", Kind.REPORT, COMMUNITY);
        awaitQueued(ticket);

        ticket.write(Source.INTAKE, new Withdrawn("已解决"));

        awaitNotQueued(ticket);
    }

    @Test
    void a_dispatch_that_came_too_late_does_not_count_and_a_ticket_that_comes_back_waits_for_a_dispatcher() {
        TicketOnLog ticket = TicketOnLog.accepted("楼上噪音扰民", "天天吵闹", Kind.COMPLAINT, COMMUNITY);
        ticket.write(Source.INTAKE, new Withdrawn("算了"));
        TicketOnLog later = TicketOnLog.accepted("楼上噪音扰民", "天天吵闹", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> later.events("ticket.dispatched"), hasSize(1));
        // read as one batch it was never dispatched; read as two, its dispatch is late and is marked so
        String decision = "/api/v1/tickets/" + ticket.id() + "/decision";
        await().until(() -> {
            var reply = as(dispatcher("21")).get(decision);
            return reply.statusCode() == 404 || reply.jsonPath().getBoolean("decision.late");
        });

        TicketOnLog closed = TicketOnLog.accepted("举报占道", "占道经营", Kind.REPORT, COMMUNITY);
        awaitQueued(closed);
        closed.write(Source.INTAKE, new Answered(new Sealed("k.x"), null));
        awaitNotQueued(closed);
        closed.write(Source.INTAKE, new Reopened(2, new Sealed("k1.AAAA")));
        awaitQueued(closed);
    }

    @Test
    void a_ticket_whose_return_was_granted_waits_for_a_dispatcher_who_dispatches_it_anew() {
        TicketOnLog ticket = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        UUID part = Ids.next();
        Sealed words = new Sealed("k1.AAAA");

        ticket.write(Source.GRID, part, created("U-HEATING-CO-210102"))
                .write(Source.GRID, part, new ReturnRequested(words, "U-TERR-210102", "head"))
                .write(Source.ROUTING, part, new ReturnAdjudicated(part, true, words));

        awaitQueued(ticket);
        as(dispatcher("210102"))
                .get(Waiting.QUEUE)
                .then()
                .body(Waiting.entry(ticket) + ".reason", containsString("退回重派"))
                .body(Waiting.entry(ticket) + ".category", is("HEATING_OFF"));
        as(dispatcher("210102"))
                .body(Waiting.request(ticket, "U-TERR-210102", List.of()))
                .post(Waiting.DISPATCHES)
                .then()
                .statusCode(201)
                .body("state", is("PENDING_SIGN"));
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(2));
        awaitNotQueued(ticket);
    }

    @Test
    void a_position_on_the_log_finds_the_county() {
        TicketOnLog ticket = TicketOnLog.acceptedAt("家里暖气不热", 123.407, 41.76);

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        assertThat(ticket.events("ticket.dispatched").get(0).path("leadUnit").asText())
                .isEqualTo("U-HEATING-CO-210102");
    }

    private static AssignmentCreated created(String unit) {
        return new AssignmentCreated(true, unit, COMMUNITY, null, null, null, null, "test");
    }

    @Test
    void words_that_cannot_be_opened_park_the_ticket() {
        TicketOnLog ticket = TicketOnLog.receivedClosed(COMMUNITY).accept();

        await().untilAsserted(() -> as(ops())
                .get("/api/v1/ops/parked?limit=1000")
                .then()
                .statusCode(200)
                .body("items.ticket", hasItem(ticket.id().toString())));
        TicketOnLog other = TicketOnLog.accepted("暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> other.events("ticket.dispatched"), hasSize(1));
        assertThat(ticket.events("ticket.classified")).isEmpty();
    }
}
