package org.chuishao.grid.whistle;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.whistle.Blowing.blow;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Who may blow what is set by the regions themselves. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WhistleRulesTest {

    private static final String COMMUNITY = "210112009001";
    private static final Map<String, Object> BY_GRIDS = Map.of(
            "blowers",
            List.of("GRID", "COMMUNITY"),
            "confirmers",
            List.of("TOWN_DESK"),
            "dangerFirst",
            false,
            "proofs",
            List.of("CODE"),
            "fenceMetres",
            200,
            "leader",
            false,
            "closesWith",
            "RESULT",
            "byLine",
            false);

    @Test
    void aRegionsOwnRuleHoldsInItAndNowhereElse() {
        String grid = COMMUNITY + "101";
        Bearer worker = worker("W-" + grid + "-1");
        TicketOnLog ticket =
                TicketOnLog.accepted("管道漏气", grid).dispatched(grid, Severity.ORDINARY, "U-TERR-" + COMMUNITY);
        await().until(
                        () -> as(worker)
                                .get("/api/v1/assignments?ticket=" + ticket.id())
                                .path("items.size()"),
                        is(1));
        blow(worker, ticket, "COORDINATION", Map.of(), "U-GAS-CO-210112").statusCode(403);
        set(supervisor(COMMUNITY), "COORDINATION", COMMUNITY, BY_GRIDS)
                .statusCode(200)
                .body("region", is(COMMUNITY))
                .body("fenceMetres", is(200));
        blow(worker, ticket, "COORDINATION", Map.of(), "U-GAS-CO-210112").statusCode(201);
        as(desk("21"))
                .get("/api/v1/whistle-rules")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'COORDINATION' }.region", hasItem(""))
                .body("items.findAll { it.kind == 'COORDINATION' }.region", hasItem(COMMUNITY));
    }

    @Test
    void nobodySetsWhatHoldsBeyondHisScope() {
        set(supervisor("210102"), "EMERGENCY", "210103", BY_GRIDS).statusCode(403);
        set(supervisor("21"), "EMERGENCY", "", BY_GRIDS).statusCode(403);
        set(desk("210102"), "EMERGENCY", "210102", BY_GRIDS).statusCode(403);
    }

    @Test
    void wrongTermsAreNamed() {
        Bearer supervisor = supervisor("210102");
        set(supervisor, "EMERGENCY", "210199", BY_GRIDS).statusCode(403);
        set(supervisor, "EMERGENCY", "210102999", BY_GRIDS).statusCode(400).body("errors[0].field", is("region"));
        Map<String, Object> nobody = new HashMap<>(BY_GRIDS);
        nobody.put("blowers", List.of());
        set(supervisor, "EMERGENCY", "210102", nobody).statusCode(400).body("errors[0].field", is("blowers"));
        set(supervisor, "CONCERT", "210102", BY_GRIDS).statusCode(404);
    }

    private static ValidatableResponse set(Bearer by, String kind, String region, Map<String, ?> terms) {
        return as(by).queryParam("region", region)
                .body(terms)
                .put("/api/v1/whistle-rules/" + kind)
                .then();
    }
}
