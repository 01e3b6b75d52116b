package org.chuishao.routing.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.chuishao.routing.returns.Givers.adjudicate;
import static org.chuishao.routing.returns.Givers.adjudicator;
import static org.chuishao.routing.returns.Givers.dispatched;
import static org.chuishao.routing.returns.Givers.gives;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A matter that nobody owns up to, and the conference's word. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DisputeTest {

    private static final String DISPUTES = "/api/v1/disputes";
    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final String DESK = "U-TERR-210102";
    private static final String TOWN = "U-TERR-210102001";
    private static final Bearer ADJUDICATOR = adjudicator("2101");

    @Test
    void a_second_unit_that_is_let_go_brings_it_before_a_conference_which_names_the_lead() {
        TicketOnLog ticket = dispatched();
        adjudicate(gives(ticket, COMPANY, true, DESK), true).statusCode(201).body("state", is("PENDING_DISPATCH"));
        dispatch(ticket, DESK);
        UUID second = gives(ticket, DESK, true, COMPANY);

        adjudicate(second, true)
                .statusCode(201)
                .body("state", is("DISPUTED"))
                .body("disputed", contains(COMPANY, DESK));

        await().until(() -> ticket.events("ticket.disputed"), hasSize(1));
        assertThat(ticket.events("ticket.disputed").get(0).toString()).doesNotContain("按条例");
        awaitListed(ticket);
        as(ADJUDICATOR)
                .get(DISPUTES + "?limit=500")
                .then()
                .body(entry(ticket) + ".ground", is("按条例，联系***"))
                .body(entry(ticket) + ".units", contains(COMPANY, DESK));
        as(dispatcher("210102"))
                .get("/api/v1/dispatch-queue?limit=500")
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString())));

        designate(ticket, Map.of("leadUnit", TOWN, "assistingUnits", List.of(COMPANY), "minutes", "minutes/2026-11"))
                .statusCode(201)
                .header("Location", containsString("/tickets/" + ticket.id() + "/decision"))
                .body("state", is("PENDING_SIGN"))
                .body("leadUnit", is(TOWN));

        awaitNotListed(ticket);
        await().until(() -> ticket.events("ticket.lead-designated"), hasSize(1));
        JsonNode named = ticket.events("ticket.lead-designated").get(0);
        assertThat(named.path("leadUnit").asText()).isEqualTo(TOWN);
        assertThat(named.path("region").asText()).isEqualTo(COMMUNITY);
        assertThat(named.path("minutes").asText()).isEqualTo("minutes/2026-11");
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .body("decision.leadUnit", is(TOWN))
                .body("decision.actor", is("adjudicator-2101"))
                .body("decision.basis", containsString("争议裁定"));
        dispute(ticket, COMPANY, DESK).statusCode(409).body("detail", containsString("conference"));
    }

    @Test
    void what_two_units_deny_is_brought_before_a_conference_by_name() {
        TicketOnLog ticket = dispatched();

        dispute(ticket, COMPANY, DESK).statusCode(201).body("state", is("DISPUTED"));

        awaitListed(ticket);
        dispute(ticket, COMPANY, DESK).statusCode(409).body("state", is("DISPUTED"));
        as(adjudicator("2102")).get(DISPUTES).then().body("items", hasSize(0));
    }

    @Test
    void what_was_withdrawn_waits_for_no_conference() {
        TicketOnLog ticket = dispatched();
        dispute(ticket, COMPANY, DESK).statusCode(201);
        awaitListed(ticket);

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        awaitNotListed(ticket);
        designate(ticket, Map.of("leadUnit", TOWN)).statusCode(409).body("state", is("WITHDRAWN"));
    }

    @Test
    void what_is_not_in_dispute_has_no_lead_designated() {
        designate(dispatched(), Map.of("leadUnit", TOWN)).statusCode(409).body("state", is("PENDING_SIGN"));
    }

    @Test
    void wrong_fields_are_named() {
        TicketOnLog ticket = dispatched();
        dispute(ticket, COMPANY, "U-NONE").statusCode(400).body("errors.field", hasItem("units[1]"));
        dispute(ticket, COMPANY, COMPANY).statusCode(400).body("errors.field", hasItem("units[1]"));
        dispute(ticket, COMPANY).statusCode(400).body("errors.field", hasItem("units"));
        dispute(ticket, COMPANY, DESK).statusCode(201);
        designate(ticket, Map.of("leadUnit", "U-NONE")).statusCode(400).body("errors.field", hasItem("leadUnit"));
        designate(ticket, Map.of("leadUnit", "U-TERR-210211"))
                .statusCode(400)
                .body("errors.field", hasItem("leadUnit"));
        designate(ticket, Map.of("leadUnit", TOWN, "assistingUnits", List.of(TOWN)))
                .statusCode(400)
                .body("errors.field", hasItem("assistingUnits[0]"));
        designate(ticket, Map.of("leadUnit", TOWN, "region", "2102"))
                .statusCode(400)
                .body("errors.field", hasItem("region"));
        designate(ticket, Map.of("leadUnit", TOWN, "minutes", "tel:13900001234"))
                .statusCode(400)
                .body("errors.field", hasItem("minutes"));
    }

    @Test
    void only_an_adjudicator_of_the_region_designates() {
        TicketOnLog ticket = dispatched();
        dispute(ticket, COMPANY, DESK).statusCode(201);
        Map<String, ?> body = Map.of("leadUnit", TOWN);
        String path = DISPUTES + "/" + ticket.id() + "/designation";
        as(dispatcher("2101")).body(body).post(path).then().statusCode(403);
        as(dispatcher("2101")).get(DISPUTES).then().statusCode(403);
        as(adjudicator("2102")).body(body).post(path).then().statusCode(404);
    }

    private static void dispatch(TicketOnLog ticket, String unit) {
        as(dispatcher("210102"))
                .body(Map.of("ticket", ticket.id(), "leadUnit", unit, "reason", "属地兜底"))
                .post("/api/v1/dispatches")
                .then()
                .statusCode(201);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(2));
    }

    private static ValidatableResponse dispute(TicketOnLog ticket, String... units) {
        return as(ADJUDICATOR)
                .body(Map.of("ticket", ticket.id(), "ground", "均称非其职责", "units", List.of(units)))
                .post(DISPUTES)
                .then();
    }

    private static ValidatableResponse designate(TicketOnLog ticket, Map<String, ?> body) {
        return as(ADJUDICATOR)
                .body(body)
                .post(DISPUTES + "/" + ticket.id() + "/designation")
                .then();
    }

    private static void awaitListed(TicketOnLog ticket) {
        await().untilAsserted(() -> as(ADJUDICATOR)
                .get(DISPUTES + "?limit=500")
                .then()
                .body("items.ticket", hasItem(ticket.id().toString())));
    }

    private static void awaitNotListed(TicketOnLog ticket) {
        await().untilAsserted(() -> as(ADJUDICATOR)
                .get(DISPUTES + "?limit=500")
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString()))));
    }

    private static String entry(TicketOnLog ticket) {
        return "items.find { it.ticket == '" + ticket.id() + "' }";
    }
}
