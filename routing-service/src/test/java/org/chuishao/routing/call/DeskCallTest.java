package org.chuishao.routing.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.routing.log.ClockRows;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A danger to life reaches its desk by voice as well (电话交办), and the call is a node. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DeskCallTest {

    private static final String DESK = "U-TERR-" + COMMUNITY;

    @Test
    void the_two_minutes_run_until_a_desk_was_reached() {
        TicketOnLog ticket = danger();
        assertThat(ClockRows.of(ticket)).containsExactly("DESK_CALL RUNNING");
        assertThat(ClockRows.limit(ticket, "DESK_CALL")).isEqualTo(Duration.ofMinutes(2));

        call(ticket, Map.of("reached", false))
                .statusCode(201)
                .body("unit", is(DESK))
                .body("waiting", is(true));
        assertThat(ClockRows.of(ticket)).containsExactly("DESK_CALL RUNNING");
        call(ticket, Map.of("reached", true, "recording", "calls/418", "words", "值班员王小明，电话13912345678"))
                .statusCode(201)
                .body("waiting", is(false));

        assertThat(ClockRows.of(ticket)).containsExactly("DESK_CALL STOPPED");
        awaitNotListed(ticket);
        await().until(() -> ticket.events("ticket.desk-called"), hasSize(2));
        JsonNode said = ticket.events("ticket.desk-called").get(1);
        assertThat(said.path("unit").asText()).isEqualTo(DESK);
        assertThat(said.path("recording").asText()).isEqualTo("calls/418");
        assertThat(ticket.raw()).doesNotContain("王小明", "13912345678");
    }

    @Test
    void the_desk_above_may_be_called_instead_and_no_other() {
        TicketOnLog ticket = danger();

        call(ticket, Map.of("reached", true, "words", "值班员已接", "unit", "U-TERR-210211"))
                .statusCode(400)
                .body("errors.field", hasItem("unit"));
        call(ticket, Map.of("reached", true, "words", "值班员已接", "unit", "U-NONE"))
                .statusCode(400);
        call(ticket, Map.of("reached", true, "words", "值班员已接", "unit", "U-GAS-CO-210102"))
                .statusCode(400)
                .body("errors.field", hasItem("unit"));
        call(ticket, Map.of("reached", true, "words", "值班员已接", "unit", "U-TERR-210102001"))
                .statusCode(201)
                .body("unit", is("U-TERR-210102001"));
    }

    @Test
    void about_what_is_over_nobody_has_to_be_called() {
        TicketOnLog ticket = danger();

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        await().until(() -> ClockRows.of(ticket), contains("DESK_CALL ANNULLED"));
        awaitNotListed(ticket);
        call(ticket, Map.of("reached", true, "words", "值班员已接")).statusCode(409).body("state", is("WITHDRAWN"));
    }

    @Test
    void what_is_no_danger_to_life_is_not_called_about() {
        TicketOnLog ticket = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));

        call(ticket, Map.of("reached", true, "words", "值班员已接")).statusCode(409).body("state", is("PENDING_SIGN"));
    }

    @Test
    void wrong_fields_are_named() {
        TicketOnLog ticket = danger();
        as(dispatcher("2101"))
                .body(Map.of())
                .post(path(ticket))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("reached", "calledAt"));
        call(
                        ticket,
                        Map.of(
                                "reached",
                                true,
                                "words",
                                "值班员已接",
                                "calledAt",
                                OffsetDateTime.now().plusHours(1)))
                .statusCode(400)
                .body("errors.field", hasItem("calledAt"));
        call(ticket, Map.of("reached", true, "recording", "13912345678"))
                .statusCode(400)
                .body("errors.field", hasItem("recording"));
        call(ticket, Map.of("reached", true, "words", " ")).statusCode(400).body("errors.field", hasItem("recording"));
    }

    @Test
    void only_who_has_to_do_with_it_calls_and_sees() {
        TicketOnLog ticket = danger();
        Map<String, Object> body = Map.of("reached", true, "words", "值班员已接", "calledAt", OffsetDateTime.now());

        as(dispatcher("2102")).body(body).post(path(ticket)).then().statusCode(404);
        as(dispatcher("2102")).get("/api/v1/desk-calls").then().body("items", hasSize(0));
        as(Bearer.of("unit").unit(DESK)).body(body).post(path(ticket)).then().statusCode(403);
        as(Bearer.of("unit").unit(DESK)).get("/api/v1/desk-calls").then().statusCode(403);
    }

    @Test
    void the_same_request_twice_is_one_call() {
        TicketOnLog ticket = danger();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("reached", true, "words", "值班员已接", "calledAt", OffsetDateTime.now());
        for (int i = 0; i < 2; i++) {
            as(dispatcher("2101"), key).body(body).post(path(ticket)).then().statusCode(201);
        }
        await().until(() -> ticket.events("ticket.desk-called"), hasSize(1));
    }

    /** Dispatched to its desk, which has to be called. */
    private static TicketOnLog danger() {
        TicketOnLog ticket = TicketOnLog.accepted("楼道燃气泄漏", "味道很大", Kind.REPORT, COMMUNITY);
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get("/api/v1/desk-calls?limit=500")
                .then()
                .statusCode(200)
                .body("items.ticket", hasItem(ticket.id().toString())));
        return ticket;
    }

    private static void awaitNotListed(TicketOnLog ticket) {
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get("/api/v1/desk-calls?limit=500")
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString()))));
    }

    private static ValidatableResponse call(TicketOnLog ticket, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("calledAt", OffsetDateTime.now()));
        body.putAll(more);
        return as(dispatcher("2101")).body(body).post(path(ticket)).then();
    }

    private static String path(TicketOnLog ticket) {
        return "/api/v1/dispatches/" + ticket.id() + "/calls";
    }
}
