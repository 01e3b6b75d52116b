package org.chuishao.routing.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.returns.Givers.ADJUDICATOR;
import static org.chuishao.routing.returns.Givers.RETURNS;
import static org.chuishao.routing.returns.Givers.adjudicate;
import static org.chuishao.routing.returns.Givers.adjudicator;
import static org.chuishao.routing.returns.Givers.dispatched;
import static org.chuishao.routing.returns.Givers.entry;
import static org.chuishao.routing.returns.Givers.gives;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** An adjudicator's word on what a unit wants to give back. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AdjudicationTest {

    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final String DESK = "U-TERR-210102";
    private static final String QUEUE = "/api/v1/dispatch-queue?limit=500";

    @Test
    void a_return_waits_with_its_basis_and_without_numbers_that_point_to_a_person() {
        TicketOnLog ticket = dispatched();

        UUID part = gives(ticket, COMPANY, true, DESK);

        as(ADJUDICATOR)
                .get(RETURNS + "?limit=500")
                .then()
                .body(entry(part) + ".ticket", is(ticket.id().toString()))
                .body(entry(part) + ".unit", is(COMPANY))
                .body(entry(part) + ".suggestedUnit", is(DESK))
                .body(entry(part) + ".basis", is("条例第九条，联系***"))
                .body(entry(part) + ".signedOffBy", is("leader-7"))
                .body(entry(part) + ".title", is("家里暖气不热"));
    }

    @Test
    void a_granted_return_waits_for_a_dispatcher_who_is_shown_whose_it_may_be() {
        TicketOnLog ticket = dispatched();
        UUID part = gives(ticket, COMPANY, true, DESK);

        adjudicate(part, true)
                .statusCode(201)
                .body("state", is("PENDING_DISPATCH"))
                .body("disputed", nullValue());

        await().until(() -> ticket.events("ticket.return-adjudicated"), hasSize(1));
        JsonNode said = ticket.events("ticket.return-adjudicated").get(0);
        assertThat(said.path("granted").asBoolean()).isTrue();
        assertThat(said.toString()).doesNotContain("按条例", "13900001234");
        String mine = "items.find { it.ticket == '" + ticket.id() + "' }";
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body(mine + ".returnedBy", is(COMPANY))
                .body(mine + ".suggestedUnit", is(DESK)));
        assertThat(ticket.events("ticket.dispatched"))
                .as("no unit is chosen by itself again")
                .hasSize(1);
        as(ADJUDICATOR).get(RETURNS + "?limit=500").then().body("items.assignment", not(hasItem(part.toString())));
        adjudicate(part, false).statusCode(409).body("state", is("PENDING_DISPATCH"));
    }

    @Test
    void a_refused_return_goes_back_to_the_unit() {
        TicketOnLog ticket = dispatched();
        UUID part = gives(ticket, COMPANY, true, DESK);

        adjudicate(part, false).statusCode(201).body("state", is("PENDING_SIGN"));

        await().until(() -> ticket.events("ticket.return-adjudicated"), hasSize(1));
        as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString())));
    }

    @Test
    void an_assisting_unit_is_let_go_and_the_ticket_stays_where_it_is() {
        TicketOnLog ticket = dispatched();
        UUID lead = gives(ticket, COMPANY, true, DESK);
        adjudicate(lead, false).statusCode(201);
        UUID part = gives(ticket, DESK, false, COMPANY);

        adjudicate(part, true).statusCode(201).body("state", is("PENDING_SIGN")).body("disputed", nullValue());
    }

    @Test
    void what_the_citizen_takes_back_waits_for_no_adjudicator() {
        TicketOnLog ticket = dispatched();
        UUID part = gives(ticket, COMPANY, true, DESK);

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        await().untilAsserted(() -> as(ADJUDICATOR)
                .get(RETURNS + "?limit=500")
                .then()
                .body("items.assignment", not(hasItem(part.toString()))));
        adjudicate(part, true).statusCode(409).body("state", is("WITHDRAWN"));
    }

    @Test
    void the_same_request_twice_decides_once() {
        UUID part = gives(dispatched(), COMPANY, true, DESK);
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = Map.of("granted", true, "reason", "可");
        for (int i = 0; i < 2; i++) {
            as(ADJUDICATOR, key).body(body).post(path(part)).then().statusCode(201);
        }
        as(ADJUDICATOR, key)
                .body(Map.of("granted", false, "reason", "可"))
                .post(path(part))
                .then()
                .statusCode(422);
    }

    @Test
    void only_an_adjudicator_of_the_region_sees_and_decides_it() {
        UUID part = gives(dispatched(), COMPANY, true, DESK);
        Map<String, ?> body = Map.of("granted", true, "reason", "可");

        as(adjudicator("2102")).body(body).post(path(part)).then().statusCode(404);
        as(adjudicator("2102")).get(RETURNS).then().body("items", hasSize(0));
        as(dispatcher("2101")).body(body).post(path(part)).then().statusCode(403);
        as(dispatcher("2101")).get(RETURNS).then().statusCode(403);
        as(ADJUDICATOR)
                .body(Map.of())
                .post(path(part))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("granted", "reason"));
    }

    @Test
    void the_list_is_read_page_by_page() {
        UUID first = gives(dispatched(), COMPANY, true, DESK);
        UUID second = gives(dispatched(), COMPANY, true, DESK);
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = as(ADJUDICATOR)
                    .get(RETURNS + "?limit=1&cursor=" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.assignment"));
            next = page.path("next");
        }

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(first.toString(), second.toString());
        as(ADJUDICATOR).get(RETURNS + "?cursor=nonsense").then().statusCode(400);
    }

    private static String path(UUID part) {
        return RETURNS + "/" + part + "/adjudication";
    }
}
