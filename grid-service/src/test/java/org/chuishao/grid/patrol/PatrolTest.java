package org.chuishao.grid.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A worker sees it before anybody complains. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PatrolTest {

    private static final String PATH = "/api/v1/patrol-reports";
    private static final String GRID = "210102001002102";
    private static final Bearer WORKER = worker("W-" + GRID + "-1");

    @Test
    void whatIsFoundIsATicketLikeAnyOther() {
        String id = report(WORKER, "k1", found(false))
                .statusCode(201)
                .body("ticketState", is("PENDING_DISPATCH"))
                .extract()
                .path("id");
        report(WORKER, "k1", found(false)).statusCode(201).body("id", is(id));

        TicketOnLog ticket = TicketOnLog.known(UUID.fromString(id));
        await().until(() -> ticket.events("grid.reported"), hasSize(1));
        LogProbe.Found said = ticket.events("grid.reported").get(0);
        assertThat(said.value()).contains(GRID, "photo-1").doesNotContain("井盖", "三号楼");
        assertThat(TicketOnLog.open(said, "title")).isEqualTo("井盖松动");

        ticket.dispatched(GRID, Severity.ORDINARY, "U-TERR-210102001002");
        String list = "/api/v1/assignments?ticket=" + id;
        await().until(() -> as(WORKER).get(list).path("items.size()"), is(1));
        String assignment = as(WORKER).get(list).path("items[0].id");
        as(WORKER)
                .get("/api/v1/assignments/" + assignment)
                .then()
                .body("matter.title", is("井盖松动"))
                .body("matter.place", is("三号楼前"))
                .body("matter.longitude", is(123.41f));
    }

    @Test
    void whatIsSettledOnTheSpotIsOnlyReviewed() {
        report(WORKER, "k2", found(true)).statusCode(201).body("ticketState", is("PENDING_REVIEW"));
    }

    @Test
    void aWorkerReportsFromHisOwnGrids() {
        Map<String, Object> elsewhere = found(false);
        elsewhere.put("grid", "210102001003101");
        report(WORKER, "k3", elsewhere).statusCode(400).body("errors.field", hasItem("grid"));
        report(unit("U-TERR-210102001002"), "k4", found(false)).statusCode(403);
        report(Bearer.of("grid-worker").subject("s-nobody"), "k5", found(false)).statusCode(403);
    }

    @Test
    void reportsAreSeenInScope() {
        String id = report(WORKER, "k6", found(false)).extract().path("id");
        for (Bearer inScope : List.of(WORKER, desk("210102001002"), supervisor("2101"))) {
            as(inScope).get(PATH).then().statusCode(200).body("items.id", hasItem(id));
        }
        for (Bearer other : List.of(worker("W-210102001002101-1"), desk("210102001003"), supervisor("2102"))) {
            as(other).get(PATH).then().statusCode(200).body("items.id", not(hasItem(id)));
        }
    }

    private static ValidatableResponse report(Bearer by, String key, Map<String, ?> found) {
        return as(by).header("Idempotency-Key", key).body(found).post(PATH).then();
    }

    private static Map<String, Object> found(boolean solved) {
        return new HashMap<>(Map.of(
                "grid",
                GRID,
                "title",
                "井盖松动",
                "content",
                "三号楼前井盖松动，车过有响声",
                "place",
                "三号楼前",
                "position",
                Map.of("longitude", 123.41, "latitude", 41.79, "crs", "GCJ02"),
                "evidence",
                List.of("photo-1"),
                "solvedOnSpot",
                solved));
    }
}
