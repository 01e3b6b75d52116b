package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.assignment.Hands.COMMUNITY;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.KEY;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.assignment;
import static org.chuishao.grid.assignment.Hands.path;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A unit hands down what it has, and stays answerable. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HandDownTest {

    private static final String TOWN = "U-TERR-210102001";
    private static final String BUREAU = "U-HEATING-210102";

    @Test
    void aTownHandsDownToTheCommunityWhoseWorkerHasItAndTheTownKeepsIt() {
        TicketOnLog ticket = dispatched(TOWN);
        String id = inProgress(ticket, TOWN);

        String child = handDown(id, TOWN, Map.of("unit", TERRITORY, "note", "请现场查看，联系13900001234"))
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("phase", is("PENDING_SIGN"))
                .body("parent", is(id))
                .body("ticketState", is("IN_PROGRESS"))
                .extract()
                .path("id");

        as(WORKER)
                .get("/api/v1/assignments/" + child)
                .then()
                .statusCode(200)
                .body("lead", is(false))
                .body("unit", is(TERRITORY))
                .body("worker", is("W-" + GRID + "-1"))
                .body("parent", is(id))
                .body("asked.note", is("请现场查看，联系***"))
                .body("matter.place", is("五里河街 12 号"));
        as(WORKER).get("/api/v1/inbox").then().body("items.id", hasItem(child));
        as(unit(TOWN)).get("/api/v1/assignments/" + child).then().statusCode(200);
        as(unit(TOWN)).post(path(child, "signatures")).then().statusCode(403);
        as(unit(TOWN)).get("/api/v1/assignments/" + id).then().body("phase", is("IN_PROGRESS"));
        act(child, "signatures", Map.of()).statusCode(201).body("ticketState", is("IN_PROGRESS"));
        act(child, "resolutions", Map.of("solved", true, "result", "已处理"))
                .statusCode(201)
                .body("ticketState", is("IN_PROGRESS"));

        await().until(() -> ticket.events("assignment.created"), hasSize(2));
        LogProbe.Found created = ticket.events("assignment.created").get(1);
        assertThat(created.headers()).containsEntry("ce_assignment", child);
        assertThat(created.headers().get("ce_basedon"))
                .as("the town was told, or was quicker")
                .isIn("7", "8");
        assertThat(created.value())
                .contains("\"parent\":\"" + id + "\"", "\"lead\":false")
                .doesNotContain("现场查看");
        LogProbe.Found words = ticket.events("assignment.reported").get(0);
        assertThat(words.headers()).containsEntry("ce_assignment", id);
        assertThat(TicketOnLog.open(words, "note")).startsWith("请现场查看");
    }

    @Test
    void aCommunityHandsOnToTheWorkerOfAnotherOfItsGrids() {
        String other = COMMUNITY + "102";
        TicketOnLog ticket = dispatched(TERRITORY);
        String id = assignment(ticket, WORKER);
        act(id, "signatures", Map.of()).statusCode(201);

        String child = handDown(id, TERRITORY, Map.of("grid", other))
                .statusCode(201)
                .extract()
                .path("id");

        as(worker("W-" + other + "-1"))
                .get("/api/v1/assignments/" + child)
                .then()
                .statusCode(200)
                .body("grid", is(other))
                .body("reason", containsString("逐级转派"));
        handDown(id, TERRITORY, Map.of("grid", other)).statusCode(409).body("detail", containsString("already"));
        handDown(id, TERRITORY, Map.of("grid", COMMUNITY + "199"))
                .statusCode(400)
                .body("errors.field", hasItem("grid"));
    }

    @Test
    void aDepartmentsDutyIsNotHandedToTheBaseLevel() {
        TicketOnLog ticket = dispatched(BUREAU);
        String id = inProgress(ticket, BUREAU);

        for (String below : new String[] {TOWN, TERRITORY}) {
            handDown(id, BUREAU, Map.of("unit", below))
                    .statusCode(400)
                    .body("errors.message", hasItem(containsString("base level")));
        }
        handDown(id, BUREAU, Map.of("unit", "U-HEATING-CO-210103"))
                .statusCode(400)
                .body("errors.field", hasItem("unit"));
        handDown(id, BUREAU, Map.of("unit", "U-HEATING-CO-210102")).statusCode(201);
        assertThat(ticket.events("assignment.reported")).isEmpty();
    }

    @Test
    void whatIsNotSignedForIsNotHandedDown() {
        TicketOnLog ticket = dispatched(TOWN);
        String id = assignment(ticket, unit(TOWN));
        handDown(id, TOWN, Map.of("unit", TERRITORY)).statusCode(409).body("state", is("PENDING_SIGN"));
        assertThat(ticket.events("assignment.created")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nobodyHandsDownWhatIsNotHisOwn() {
        TicketOnLog ticket = dispatched(TOWN);
        String id = inProgress(ticket, TOWN);
        Bearer elsewhere = unit("U-TERR-210102002");
        post(elsewhere, id, Map.of("unit", TERRITORY)).statusCode(404);
        post(WORKER, id, Map.of("unit", TERRITORY)).statusCode(403);
        handDown(id, TOWN, Map.of()).statusCode(400);
        handDown(id, TOWN, Map.of("unit", TERRITORY, "grid", GRID)).statusCode(400);
    }

    @Test
    void whatWasHandedDownIsOverWithTheTicket() {
        TicketOnLog ticket = dispatched(TOWN);
        String id = inProgress(ticket, TOWN);
        String child = handDown(id, TOWN, Map.of("unit", TERRITORY)).extract().path("id");
        await().until(() -> ticket.events("assignment.created"), hasSize(2));

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        await().until(() -> Hands.phase(child), is("ENDED"));
    }

    private static TicketOnLog dispatched(String lead) {
        return TicketOnLog.accepted("管网破裂", GRID).dispatched(GRID, Severity.ORDINARY, lead);
    }

    private static String inProgress(TicketOnLog ticket, String lead) {
        String id = assignment(ticket, unit(lead));
        as(unit(lead)).post(path(id, "signatures")).then().statusCode(201);
        return id;
    }

    private static ValidatableResponse handDown(String id, String by, Map<String, ?> body) {
        return post(unit(by), id, body);
    }

    private static ValidatableResponse post(Bearer who, String id, Map<String, ?> body) {
        return as(who).header(KEY, UUID.randomUUID())
                .body(body)
                .post(path(id, "handdowns"))
                .then();
    }
}
