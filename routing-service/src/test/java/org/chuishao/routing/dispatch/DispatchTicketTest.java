package org.chuishao.routing.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DispatchTicketTest {

    private static final String QUEUE = "/api/v1/dispatch-queue?limit=500";
    private static final String DISPATCHES = "/api/v1/dispatches";

    @Test
    void a_report_waits_in_the_queue_and_a_dispatcher_dispatches_it() {
        TicketOnLog ticket = queuedReport();

        as(dispatcher("210102"))
                .body(request(ticket, "U-TERR-210102001", List.of("U-HEATING-CO-210102")))
                .post(DISPATCHES)
                .then()
                .statusCode(201)
                .header("Location", containsString("/tickets/" + ticket.id() + "/decision"))
                .body("state", is("PENDING_SIGN"))
                .body("leadUnit", is("U-TERR-210102001"));

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        var dispatched = ticket.events("ticket.dispatched").get(0);
        assertThat(dispatched.path("mode").asText()).isEqualTo("HUMAN");
        assertThat(dispatched.path("category").asText()).isEqualTo("STREET_TRADE");
        as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString())));
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .statusCode(200)
                .body("decision.mode", is("HUMAN"))
                .body("decision.actor", is("dispatcher-210102"))
                .body("earlier.outcome", hasItems("QUEUED"));
    }

    @Test
    void the_same_request_twice_dispatches_once_and_the_same_key_with_another_body_is_refused() {
        TicketOnLog ticket = queuedReport();
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = request(ticket, "U-TERR-210102", List.of());

        for (int i = 0; i < 2; i++) {
            as(dispatcher("210102"), key).body(request).post(DISPATCHES).then().statusCode(201);
        }
        as(dispatcher("210102"), key)
                .body(request(ticket, "U-TERR-210102001", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(422);

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
    }

    @Test
    void a_ticket_that_no_longer_waits_is_a_conflict_that_says_where_it_stands() {
        TicketOnLog ticket = TicketOnLog.accepted("暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));

        as(dispatcher("210102"))
                .body(request(ticket, "U-TERR-210102", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(409)
                .body("state", is("PENDING_SIGN"));
    }

    @Test
    void out_of_scope_there_is_no_such_ticket() {
        TicketOnLog ticket = queuedReport();
        Bearer elsewhere = dispatcher("2102");

        as(elsewhere)
                .body(request(ticket, "U-TERR-210102", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(404);
        as(elsewhere).get("/api/v1/tickets/" + ticket.id() + "/decision").then().statusCode(404);
        as(elsewhere).get(QUEUE).then().statusCode(200).body("items", hasSize(0));
        assertThat(ticket.events("ticket.dispatched")).isEmpty();
    }

    @Test
    void a_secret_ticket_waits_without_its_title() {
        TicketOnLog ticket = TicketOnLog.received("某人违规", "请保密", Kind.COMPLAINT, Channel.PHONE, COMMUNITY, true)
                .accept();
        String mine = "items.find { it.ticket == '" + ticket.id() + "' }";

        await().untilAsserted(() -> as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body(mine + ".reason", containsString("保密"))
                .body(mine + ".title", nullValue()));
    }

    @Test
    void the_queue_is_read_page_by_page() {
        TicketOnLog first = queuedReport();
        TicketOnLog second = queuedReport();

        var page = as(dispatcher("21"))
                .get("/api/v1/dispatch-queue?limit=1")
                .then()
                .extract();
        List<String> seen = new ArrayList<>(page.path("items.ticket"));
        for (String next = page.path("next"); next != null; next = page.path("next")) {
            page = as(dispatcher("21"))
                    .get("/api/v1/dispatch-queue?limit=1&cursor=" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.ticket"));
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains(first.id().toString(), second.id().toString());
    }

    @Test
    void wrong_fields_are_named() {
        as(dispatcher("21"))
                .body(Map.of(
                        "ticket",
                        UUID.randomUUID(),
                        "leadUnit",
                        "U-NONE",
                        "assistingUnits",
                        List.of("U-NO"),
                        "reason",
                        "x"))
                .post(DISPATCHES)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("leadUnit", "assistingUnits[0]"));
        as(dispatcher("21"))
                .body(Map.of())
                .post(DISPATCHES)
                .then()
                .statusCode(400)
                .body("errors", notNullValue());
        as(dispatcher("21")).body("{").post(DISPATCHES).then().statusCode(400);
        as(dispatcher("21"))
                .get("/api/v1/dispatch-queue?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cursor"));
    }

    @Test
    void only_a_dispatcher_dispatches() {
        given().contentType(ContentType.JSON).body("{}").post(DISPATCHES).then().statusCode(401);
        as(Bearer.of("agent").regions("21"))
                .body(Map.of())
                .post(DISPATCHES)
                .then()
                .statusCode(403);
        as(Bearer.of("agent").regions("21")).get(QUEUE).then().statusCode(403);
        given().get("/api/v1/categories").then().statusCode(401);
    }

    private static TicketOnLog queuedReport() {
        TicketOnLog ticket = TicketOnLog.accepted("举报夜市占道经营", "流动摊贩占道经营", Kind.REPORT, COMMUNITY);
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body("items.ticket", hasItem(ticket.id().toString())));
        return ticket;
    }

    private static Map<String, Object> request(TicketOnLog ticket, String lead, List<String> assisting) {
        return Map.of("ticket", ticket.id(), "leadUnit", lead, "assistingUnits", assisting, "reason", "职责明确");
    }
}
