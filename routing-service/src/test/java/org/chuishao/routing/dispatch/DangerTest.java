package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.awaitNotQueued;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.InfoRequested;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Source;
import org.chuishao.routing.log.ClockRows;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.routing.returns.Givers;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Danger to life (特急) is never held: nothing stands before its desk. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DangerTest {

    private static final String GAS = "现在楼道燃气泄漏，味道很大";
    private static final String COMMUNITY_DESK = "U-TERR-" + COMMUNITY;
    private static final String TOWN_DESK = "U-TERR-210102001";
    private static final String COUNTY_DESK = "U-TERR-210102";

    @Test
    void it_leaves_a_question_to_the_citizen() {
        TicketOnLog ticket = TicketOnLog.received("楼道有味", "说不清", Kind.HELP, Channel.WEB, COMMUNITY, false);
        ticket.write(Source.INTAKE, new InfoRequested(List.of("PLACE"), 1));

        ticket.supplement(GAS);

        assertThat(lead(ticket, 1)).isEqualTo(COMMUNITY_DESK);
    }

    @Test
    void it_leaves_the_grids_verification_also_by_what_the_grid_found() {
        TicketOnLog told = verifying();
        told.supplement(GAS);
        assertThat(lead(told, 1)).isEqualTo(COMMUNITY_DESK);

        TicketOnLog seen = verifying();
        seen.write(Source.GRID, new PlaceVerified(true, COMMUNITY, Givers.sealed(GAS), List.of()));
        assertThat(lead(seen, 1)).isEqualTo(COMMUNITY_DESK);
    }

    @Test
    void it_leaves_the_queue() {
        TicketOnLog ticket = Waiting.report();

        ticket.supplement(GAS);

        assertThat(lead(ticket, 1)).isEqualTo(COMMUNITY_DESK);
        awaitNotQueued(ticket);
    }

    @Test
    void it_raises_what_a_unit_has_already_and_its_desk_is_called() {
        TicketOnLog ticket = TicketOnLog.accepted("楼上噪音扰民", "天天吵闹", Kind.COMPLAINT, COMMUNITY);
        String lead = lead(ticket, 1);
        await().until(() -> ticket.events("ticket.classified"), hasSize(1));

        ticket.supplement("白天也吵");
        ticket.supplement(GAS);

        await().until(() -> ticket.events("ticket.classified"), hasSize(2));
        JsonNode raised = ticket.events("ticket.classified").get(1);
        assertThat(raised.path("severity").asText()).isEqualTo("CRITICAL");
        await().until(() -> ClockRows.of(ticket), contains("DESK_CALL RUNNING"));
        assertThat(ClockRows.limit(ticket, "DESK_CALL")).isEqualTo(Duration.ofMinutes(2));
        as(dispatcher("2101"))
                .get("/api/v1/desk-calls?limit=500")
                .then()
                .body(Waiting.entry(ticket) + ".unit", is(lead));
        assertThat(ticket.events("ticket.dispatched")).hasSize(1);
    }

    @Test
    void given_back_it_goes_to_the_next_desk_at_once_and_before_no_conference() {
        TicketOnLog ticket = TicketOnLog.accepted("楼道燃气泄漏", "味道很大", Kind.HELP, COMMUNITY);
        assertThat(lead(ticket, 1)).isEqualTo(COMMUNITY_DESK);

        UUID first = Givers.gives(ticket, COMMUNITY_DESK, true, TOWN_DESK);
        Givers.adjudicate(first, true).statusCode(201).body("state", is("PENDING_DISPATCH"));
        assertThat(lead(ticket, 2)).isEqualTo(TOWN_DESK);

        UUID second = Givers.gives(ticket, TOWN_DESK, true, COUNTY_DESK);
        Givers.adjudicate(second, true).statusCode(201).body("state", is("PENDING_DISPATCH"));
        assertThat(lead(ticket, 3)).isEqualTo(COUNTY_DESK);
        assertThat(ticket.events("ticket.disputed")).isEmpty();

        as(dispatcher("2101"))
                .body(Map.of("ticket", ticket.id(), "ground", "均称非其职责", "units", List.of(COUNTY_DESK, TOWN_DESK)))
                .post("/api/v1/disputes")
                .then()
                .statusCode(409);
    }

    @Test
    void where_only_the_city_is_known_it_goes_to_the_citys_police() {
        TicketOnLog ticket = TicketOnLog.accepted("有人要跳楼", "情况紧急", Kind.HELP, "2101");

        assertThat(lead(ticket, 1)).isEqualTo("U-PUBLIC_SECURITY-2101");
    }

    private static TicketOnLog verifying() {
        TicketOnLog ticket = Waiting.report();
        as(dispatcher("210102"))
                .body(Map.of("question", "请看一看"))
                .post("/api/v1/dispatch-queue/" + ticket.id() + "/verification")
                .then()
                .statusCode(201);
        await().until(() -> ticket.events("ticket.verification-requested"), hasSize(1));
        return ticket;
    }

    /** Whom its n-th dispatch names. */
    private static String lead(TicketOnLog ticket, int dispatch) {
        await().until(() -> ticket.events("ticket.dispatched").size() >= dispatch);
        return ticket.events("ticket.dispatched")
                .get(dispatch - 1)
                .path("leadUnit")
                .asText();
    }
}
