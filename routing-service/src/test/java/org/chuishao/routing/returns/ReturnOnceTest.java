package org.chuishao.routing.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.chuishao.routing.returns.Givers.ADJUDICATOR;
import static org.chuishao.routing.returns.Givers.RETURNS;
import static org.chuishao.routing.returns.Givers.adjudicate;
import static org.chuishao.routing.returns.Givers.dispatched;
import static org.chuishao.routing.returns.Givers.gives;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** One return a unit, and after two a conference. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ReturnOnceTest {

    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final String DESK = "U-TERR-210102";

    @Test
    void a_unit_whose_return_was_refused_asks_for_none_again() {
        TicketOnLog ticket = dispatched();
        UUID part = gives(ticket, COMPANY, true, DESK);
        adjudicate(part, false).statusCode(201).body("state", is("PENDING_SIGN"));
        await().until(() -> ticket.events("ticket.return-adjudicated"), hasSize(1));

        ticket.write(Source.GRID, part, new ReturnRequested(Givers.sealed("再退"), DESK, "leader-7"));
        dispatched();

        as(ADJUDICATOR).get(RETURNS + "?limit=500").then().body("items.assignment", not(hasItem(part.toString())));
        adjudicate(part, true).statusCode(409).body("state", is("PENDING_SIGN"));
    }

    @Test
    void who_was_right_to_give_it_back_gets_it_again_by_a_conference_alone() {
        TicketOnLog ticket = dispatched();
        adjudicate(gives(ticket, COMPANY, true, DESK), true).statusCode(201);

        dispatch(ticket, COMPANY)
                .statusCode(400)
                .body("errors.field", hasItem("leadUnit"))
                .body("errors.message", hasItem(containsString("conference")));
        dispatch(ticket, DESK, COMPANY).statusCode(201);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(2));

        adjudicate(gives(ticket, DESK, true, COMPANY), true)
                .statusCode(201)
                .body("state", is("DISPUTED"))
                .body("disputed", contains(COMPANY, DESK));
        as(ADJUDICATOR)
                .body(Map.of("leadUnit", COMPANY))
                .post("/api/v1/disputes/" + ticket.id() + "/designation")
                .then()
                .statusCode(201)
                .body("leadUnit", is(COMPANY));
        await().until(() -> ticket.events("ticket.lead-designated"), hasSize(1));
        UUID last = Ids.next();
        ticket.write(Source.GRID, last, new AssignmentCreated(true, COMPANY, COMMUNITY, null, null, null, null, "t"))
                .write(Source.GRID, last, new ReturnRequested(Givers.sealed("再退"), DESK, "leader-7"));
        dispatched();
        as(ADJUDICATOR).get(RETURNS + "?limit=500").then().body("items.assignment", not(hasItem(last.toString())));
    }

    @Test
    void who_assisted_and_was_let_go_assists_no_more() {
        TicketOnLog ticket = dispatched();
        UUID lead = gives(ticket, COMPANY, true, DESK);
        adjudicate(gives(ticket, DESK, false, COMPANY), true).statusCode(201);
        adjudicate(lead, true).statusCode(201).body("state", is("PENDING_DISPATCH"));

        dispatch(ticket, "U-TERR-210102001", DESK).statusCode(400).body("errors.field", hasItem("assistingUnits[0]"));
        assertThat(ticket.events("ticket.dispatched")).hasSize(1);
        dispatch(ticket, "U-TERR-210102001").statusCode(201);
    }

    private static ValidatableResponse dispatch(TicketOnLog ticket, String lead, String... assisting) {
        return as(dispatcher("210102"))
                .body(Map.of(
                        "ticket", ticket.id(), "leadUnit", lead, "assistingUnits", List.of(assisting), "reason", "属地"))
                .post("/api/v1/dispatches")
                .then();
    }
}
