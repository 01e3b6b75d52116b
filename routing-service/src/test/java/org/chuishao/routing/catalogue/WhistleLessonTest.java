package org.chuishao.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.chuishao.routing.returns.Givers.adjudicator;
import static org.chuishao.routing.returns.Givers.sealed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.event.WhistleEvent.Improper;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a whistle taught is offered to the dispatch catalogue. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WhistleLessonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PROPOSALS = "/api/v1/catalogue/proposals";
    private static final String GAS = "U-GAS-CO-210102";
    private static final String HEATING = "U-HEATING-CO-210102";
    private static final Bearer ADJUDICATOR = adjudicator("2101");

    @Inject
    CurrentRules rules;

    @Test
    void who_came_and_solved_assists_once_it_is_accepted() {
        TicketOnLog ticket = dispatched().write(Source.GRID, closed(GAS)).deliverAgain();
        listed(ticket, "WHISTLE", 1)
                .body(of(ticket) + ".category", is("STREET_TRADE"))
                .body(of(ticket) + ".region", is("210102"))
                .body(of(ticket) + ".lead", is("{territory}"))
                .body(of(ticket) + ".assisting", contains(GAS))
                .body(of(ticket) + ".solved", contains(GAS));
        dispatched().write(Source.GRID, closed(GAS));
        listed(ticket, "WHISTLE", 2);
        as(adjudicator("2102")).get(PROPOSALS + "?limit=500").then().body(of(ticket), is((Object) null));

        judge(ticket, true)
                .statusCode(201)
                .body("entry.assisting", contains(GAS))
                .body("entry.basis", containsString("吹哨"));
        rules.readAgain();
        TicketOnLog next = dispatched();
        assertThat(next.events("ticket.dispatched").get(0).path("leadUnit").asText())
                .isEqualTo("U-TERR-" + COMMUNITY);
        assertThat(next.events("ticket.dispatched")
                        .get(0)
                        .path("assistingUnits")
                        .path(0)
                        .asText())
                .isEqualTo(GAS);

        next.write(Source.GRID, decided(GAS, true, Improper.OUTSIDE_DUTY));
        listed(next, "OBJECTION", 1).body(of(next) + ".released", contains(GAS)).body(of(next) + ".assisting", empty());
        judge(next, true).statusCode(201).body("entry.lead", is("{territory}")).body("entry.assisting", empty());
    }

    @Test
    void what_the_catalogue_says_by_now_is_refused_and_not_said_twice() {
        TicketOnLog one = dispatched().write(Source.GRID, closed(GAS));
        TicketOnLog both = dispatched().write(Source.GRID, closed(HEATING, GAS));
        listed(one, "WHISTLE", 1);
        listed(both, "WHISTLE", 1);
        judge(both, true).statusCode(201).body("entry.assisting", contains(GAS, HEATING));
        rules.readAgain();
        judge(one, true).statusCode(409);
        judge(one, false).statusCode(201);
    }

    @Test
    void only_a_whistle_that_called_somebody_outside_his_duties_teaches_whom_not_to_ask() {
        TicketOnLog ticket = dispatched()
                .write(Source.GRID, decided(GAS, false, Improper.OUTSIDE_DUTY))
                .write(Source.GRID, decided(GAS, true, Improper.NOT_TRIED_LOCALLY))
                .write(Source.GRID, decided(GAS, true, null))
                .write(Source.GRID, decided(GAS, true, Improper.OUTSIDE_DUTY))
                .write(Source.GRID, closed())
                .write(Source.GRID, new WhistleClosed(Ids.next(), sealed("旧"), null, null))
                .write(Source.GRID, closed(HEATING));
        listed(ticket, "WHISTLE", 1);
        as(ADJUDICATOR)
                .get(PROPOSALS + "?limit=500")
                .then()
                .body("items.findAll { it.ticket == '" + ticket.id() + "' }", hasSize(1));
    }

    @AfterEach
    void takeBack() throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection superuser = DriverManager.getConnection(mesh.jdbcUrl("routing"), "postgres", "");
                Statement sql = superuser.createStatement()) {
            sql.execute("delete from catalogue_addition where category = 'STREET_TRADE'");
            sql.execute("update catalogue_proposal set verdict = 'REFUSED', decided_at = app_now()"
                    + " where verdict is null and source <> 'CONFERENCE'");
        }
        rules.readAgain();
    }

    private static TicketOnLog dispatched() {
        TicketOnLog ticket = TicketOnLog.found("夜市占道经营", "流动摊贩占道经营", COMMUNITY);
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        return ticket;
    }

    private static WhistleClosed closed(String... solved) {
        return new WhistleClosed(Ids.next(), sealed("已处置"), COMMUNITY, List.of(solved));
    }

    private static ObjectionDecided decided(String department, boolean upheld, Improper improper) {
        return new ObjectionDecided(Ids.next(), department, upheld, sealed("不属其职责"), improper);
    }

    private static ValidatableResponse listed(TicketOnLog ticket, String source, int times) {
        await().atMost(PATIENCE).untilAsserted(() -> as(ADJUDICATOR)
                .get(PROPOSALS + "?limit=500")
                .then()
                .statusCode(200)
                .body(of(ticket) + ".source", is(source))
                .body(of(ticket) + ".times", is(times)));
        return as(ADJUDICATOR).get(PROPOSALS + "?limit=500").then();
    }

    private static ValidatableResponse judge(TicketOnLog ticket, boolean accepted) {
        String id = as(ADJUDICATOR).get(PROPOSALS + "?limit=500").jsonPath().getString(of(ticket) + ".id");
        return as(ADJUDICATOR)
                .body(Map.of("accepted", accepted, "reason", "可"))
                .post(PROPOSALS + "/" + id + "/verdict")
                .then();
    }

    private static String of(TicketOnLog ticket) {
        return "items.find { it.ticket == '" + ticket.id() + "' }";
    }
}
