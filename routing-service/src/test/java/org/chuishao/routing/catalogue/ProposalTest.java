package org.chuishao.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Callers.ops;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.chuishao.routing.returns.Givers.adjudicator;
import static org.chuishao.routing.returns.Givers.dispatched;
import static org.chuishao.routing.returns.Givers.gives;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a conference decided is offered to the dispatch catalogue. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ProposalTest {

    private static final String PROPOSALS = "/api/v1/catalogue/proposals";
    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final String DESK = "U-TERR-210102";
    private static final String TOWN = "U-TERR-210102001";
    private static final Bearer ADJUDICATOR = adjudicator("2101");

    @Inject
    CurrentRules rules;

    @Test
    void an_accepted_one_is_an_entry_of_the_catalogue_from_then_on() {
        TicketOnLog ticket = decidedForTheTown();
        as(ADJUDICATOR)
                .get(PROPOSALS + "?limit=500")
                .then()
                .body(entry(ticket) + ".category", is("HEATING_OFF"))
                .body(entry(ticket) + ".region", is("210102001"))
                .body(entry(ticket) + ".lead", is(TOWN))
                .body(entry(ticket) + ".assisting", contains(COMPANY))
                .body(entry(ticket) + ".minutes", is("minutes/2026-11"))
                .body(entry(ticket) + ".proposedBy", is("adjudicator-2101"));

        judge(ticket, true).statusCode(201).body("entry.lead", is(TOWN)).body("entry.copies", contains("{territory}"));

        requireNotListed(ticket);
        rules.readAgain();
        as(dispatcher("21"))
                .get("/api/v1/catalogue?category=HEATING_OFF&region=210102001")
                .then()
                .body("items.lead", hasItems(TOWN, "U-HEATING-CO-{county}"))
                .body("items.find { it.lead == '" + TOWN + "' }.basis", containsString("争议裁定"));
        TicketOnLog next = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> next.events("ticket.dispatched"), hasSize(1));
        assertThat(next.events("ticket.dispatched").get(0).path("leadUnit").asText())
                .isEqualTo(TOWN);
    }

    @Test
    void an_accepted_one_that_is_not_to_go_out_by_itself_waits_for_a_person() {
        TicketOnLog ticket = decidedForTheTown();
        as(ADJUDICATOR)
                .body(Map.of("accepted", true, "byItself", false, "reason", "可"))
                .post(verdict(ticket))
                .then()
                .statusCode(201)
                .body("entry.byItself", is(false));

        rules.readAgain();
        TicketOnLog next = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get("/api/v1/dispatch-queue?limit=500")
                .then()
                .body("items.ticket", hasItem(next.id().toString())));
        assertThat(next.events("ticket.dispatched")).isEmpty();
    }

    @Test
    void a_refused_one_leaves_the_catalogue_as_it_is_and_is_not_decided_again() {
        TicketOnLog ticket = decidedForTheTown();
        String path = verdict(ticket);

        as(ops())
                .body(Map.of("accepted", false, "reason", "仅此一例，联系13912345678"))
                .post(path)
                .then()
                .statusCode(201)
                .body("accepted", is(false));

        requireNotListed(ticket);
        as(ADJUDICATOR)
                .body(Map.of("accepted", true, "reason", "可"))
                .post(path)
                .then()
                .statusCode(409)
                .body("verdict", is("REFUSED"));
        rules.readAgain();
        as(dispatcher("21"))
                .get("/api/v1/catalogue?category=HEATING_OFF")
                .then()
                .body("items.lead", not(hasItem(TOWN)));
    }

    @Test
    void only_who_keeps_the_catalogue_of_the_region_decides() {
        TicketOnLog ticket = decidedForTheTown();
        String path = verdict(ticket);
        Map<String, ?> body = Map.of("accepted", true, "reason", "可");

        as(adjudicator("2102")).get(PROPOSALS).then().statusCode(200).body("items", hasSize(0));
        as(adjudicator("2102")).body(body).post(path).then().statusCode(404);
        as(dispatcher("2101")).body(body).post(path).then().statusCode(403);
        as(dispatcher("2101"))
                .get(PROPOSALS + "?limit=500")
                .then()
                .body("items.ticket", hasItem(ticket.id().toString()));
        as(Bearer.of("agent").regions("21")).get(PROPOSALS).then().statusCode(403);
        as(ADJUDICATOR)
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("accepted", "reason"));
    }

    @AfterEach
    void takeBack() throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection owner = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"), "routing_owner", mesh.secrets().password());
                Statement sql = owner.createStatement()) {
            sql.execute("delete from catalogue_addition");
        }
        rules.readAgain();
    }

    private static TicketOnLog decidedForTheTown() {
        TicketOnLog ticket = dispatched();
        gives(ticket, COMPANY, true, DESK);
        as(ADJUDICATOR)
                .body(Map.of("ticket", ticket.id(), "ground", "均称非其职责", "units", List.of(COMPANY, DESK)))
                .post("/api/v1/disputes")
                .then()
                .statusCode(201);
        as(ADJUDICATOR)
                .body(Map.of("leadUnit", TOWN, "assistingUnits", List.of(COMPANY), "minutes", "minutes/2026-11"))
                .post("/api/v1/disputes/" + ticket.id() + "/designation")
                .then()
                .statusCode(201);
        await().untilAsserted(() -> as(ADJUDICATOR)
                .get(PROPOSALS + "?limit=500")
                .then()
                .statusCode(200)
                .body("items.ticket", hasItem(ticket.id().toString())));
        return ticket;
    }

    private static ValidatableResponse judge(TicketOnLog ticket, boolean accepted) {
        return as(ADJUDICATOR)
                .body(Map.of("accepted", accepted, "reason", "可"))
                .post(verdict(ticket))
                .then();
    }

    private static String verdict(TicketOnLog ticket) {
        String id = as(ADJUDICATOR).get(PROPOSALS + "?limit=500").jsonPath().getString(entry(ticket) + ".id");
        return PROPOSALS + "/" + id + "/verdict";
    }

    private static void requireNotListed(TicketOnLog ticket) {
        as(ADJUDICATOR)
                .get(PROPOSALS + "?limit=500")
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString())));
    }

    private static String entry(TicketOnLog ticket) {
        return "items.find { it.ticket == '" + ticket.id() + "' }";
    }
}
