package org.chuishao.routing.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.DISPATCHES;
import static org.chuishao.routing.dispatch.Waiting.QUEUE;
import static org.chuishao.routing.dispatch.Waiting.request;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DispatchTicketTest {

    @Test
    void a_report_waits_in_the_queue_and_a_dispatcher_dispatches_it() {
        TicketOnLog ticket = Waiting.report();
        String mine = Waiting.entry(ticket);
        as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body(mine + ".kind", is("REPORT"))
                .body(mine + ".title", nullValue());

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
        assertThat(dispatched.toString()).doesNotContain("职责明确");
        assertThat(dispatched.path("words").asText()).matches("[^.]+\\.[A-Za-z0-9_-]+");
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
                .body("decision.words", is("职责明确，联系***"))
                .body("earlier.outcome", hasItems("QUEUED"));
    }

    @Test
    void a_decision_whose_words_no_key_opens_is_shown_without_them() throws SQLException {
        TicketOnLog ticket = Waiting.report();
        as(dispatcher("210102"))
                .body(request(ticket, "U-TERR-210102001", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(201);
        loseTheKeyOf(ticket);

        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .statusCode(200)
                .body("decision.leadUnit", is("U-TERR-210102001"))
                .body("decision.words", nullValue());
    }

    @Test
    void the_same_request_twice_dispatches_once_and_the_same_key_with_another_body_is_refused() {
        TicketOnLog ticket = Waiting.report();
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
        TicketOnLog ticket = Waiting.report();
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

    private static void loseTheKeyOf(TicketOnLog ticket) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"),
                        "routing_reader",
                        mesh.secrets().password());
                Statement sql = reader.createStatement()) {
            int changed = sql.executeUpdate("update decision set words = 'k9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"
                    + " where words is not null and ticket_id = '" + ticket.id() + "'");
            assertThat(changed).isOne();
        }
    }
}
