package org.chuishao.grid.assignment;

import static org.chuishao.grid.assignment.Hands.COMMUNITY;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.assignment;
import static org.chuishao.grid.assignment.Hands.dispatched;
import static org.chuishao.grid.assignment.Hands.path;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees which assignments, and how much of the matter. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SeeingTest {

    private static final String TITLE = "暖气不热，请打13900001234";

    @Test
    void whatIsOutOfScopeIsNotThere() {
        String id = assignment(dispatched("乱停车"), WORKER);
        for (Bearer other : List.of(
                worker("W-210102001002102-1"), unit("U-TERR-210102001001"), desk("2102"), Bearer.of("grid-worker"))) {
            as(other).get("/api/v1/assignments/" + id).then().statusCode(404);
            as(other).post(path(id, "signatures")).then().statusCode(404);
        }
        as(supervisor("2101")).get("/api/v1/assignments/" + id).then().statusCode(200);
        as(supervisor("2101")).post(path(id, "signatures")).then().statusCode(403);
        as(desk(COMMUNITY)).post(path(id, "signatures")).then().statusCode(201);
    }

    @Test
    void aListIsFilteredAndPaged() {
        TicketOnLog ticket = dispatched("下水道堵塞");
        String id = assignment(ticket, WORKER);
        as(supervisor("21"))
                .get("/api/v1/assignments?ticket=" + ticket.id())
                .then()
                .body("items.id", is(List.of(id)));
        as(supervisor("21"))
                .get("/api/v1/assignments?phase=PENDING_SIGN&region=" + COMMUNITY + "&unit=" + TERRITORY)
                .then()
                .body("items.id", hasItem(id))
                .body("items.unit", everyItem(is(TERRITORY)));
        as(supervisor("21"))
                .get("/api/v1/assignments?region=2102&ticket=" + ticket.id())
                .then()
                .body("items", hasSize(0));
        as(supervisor("21"))
                .get("/api/v1/assignments?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        as(supervisor("21")).get("/api/v1/assignments?phase=NONSENSE").then().statusCode(400);
    }

    @Test
    void whoHasItInHandFindsThePlaceButNoNumberOfTheCaller() {
        String id = assignment(dispatched(TITLE), WORKER);

        as(WORKER)
                .get("/api/v1/assignments/" + id)
                .then()
                .body("matter.title", is("暖气不热，请打***"))
                .body("matter.content", is("暖气不热，请打***，请尽快处理"))
                .body("matter.place", is("五里河街 12 号"));
        as(supervisor("2101"))
                .get("/api/v1/assignments/" + id)
                .then()
                .body("matter.title", is("暖气不热，请打***"))
                .body("matter.place", nullValue());
    }

    @Test
    void whoHasResolvedItNoLongerSeesWhereTheCitizenLives() {
        String id = assignment(dispatched(TITLE), WORKER);
        act(id, "signatures", Map.of()).statusCode(201);
        as(WORKER).get("/api/v1/assignments/" + id).then().body("matter.place", is("五里河街 12 号"));

        act(id, "resolutions", Map.of("solved", true, "result", "已修好")).statusCode(201);

        for (Bearer holder : List.of(WORKER, unit(TERRITORY))) {
            as(holder)
                    .get("/api/v1/assignments/" + id)
                    .then()
                    .statusCode(200)
                    .body("phase", is("RESOLVED"))
                    .body("matter.content", is("暖气不热，请打***，请尽快处理"))
                    .body("matter.place", nullValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"REPORT, false", "HELP, true"})
    void aReportOrASecretTicketShowsItsFactsOnly(Kind kind, boolean secret) {
        TicketOnLog ticket =
                TicketOnLog.accepted(kind, secret, TITLE, GRID).dispatched(GRID, Severity.ORDINARY, TERRITORY);
        String id = assignment(ticket, WORKER);

        for (Bearer reader : List.of(WORKER, unit(TERRITORY), desk("2101"))) {
            as(reader)
                    .get("/api/v1/assignments/" + id)
                    .then()
                    .body("matter.content", is("暖气不热，请打***，请尽快处理"))
                    .body("matter.region", is(GRID))
                    .body("matter.place", nullValue())
                    .body("matter.longitude", nullValue());
        }
    }

    @Test
    void aUnitThatWasToldReadsAndDoesNotAct() {
        Bearer told = unit("U-EDUCATION-210102");
        TicketOnLog ticket = TicketOnLog.accepted("校门口积水", GRID)
                .dispatched(GRID, Severity.ORDINARY, TERRITORY, List.of(), List.of("U-EDUCATION-210102"));
        String id = assignment(ticket, told);

        as(told).get("/api/v1/assignments/" + id)
                .then()
                .statusCode(200)
                .body("matter.title", is("校门口积水"))
                .body("matter.place", nullValue());
        as(told).get("/api/v1/inbox").then().body("items.id", not(hasItem(id)));
        as(told).post(path(id, "signatures")).then().statusCode(403);
        as(unit("U-EDUCATION-210103")).get("/api/v1/assignments/" + id).then().statusCode(404);
    }

    @Test
    void namesAreShownAndThatTheDemonstrationMadeThemUp() {
        String id = assignment(dispatched("路灯不亮"), WORKER);

        as(WORKER)
                .get("/api/v1/assignments/" + id)
                .then()
                .body("unitName", notNullValue())
                .body("regionName", notNullValue())
                .body("synthetic", is(true));
    }
}
