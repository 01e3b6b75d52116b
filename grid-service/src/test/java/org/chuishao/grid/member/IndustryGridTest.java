package org.chuishao.grid.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.member.Moving.SUPERVISOR;
import static org.chuishao.grid.member.Moving.assignment;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes by a direct line is its company's duty desk's and its own fitter's in the grid, both at once. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class IndustryGridTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Moving there;
    private Bearer desk;
    private String fitter;

    @BeforeEach
    void inACommunityOfItsOwn() {
        there = Moving.in(15);
        desk = unit(company());
        fitter = "W-" + there.community() + "-HEATING";
    }

    private String company() {
        return "U-HEATING-CO-" + there.community().substring(0, 6);
    }

    private TicketOnLog dispatched(String place) {
        return TicketOnLog.accepted("暖气不热", place).dispatched(place, Severity.ORDINARY, company());
    }

    @Test
    void bothHaveItAndAreToldOfItAtOnce() {
        TicketOnLog ticket = dispatched(there.grid(1));
        String id = assignment(desk, ticket);
        as(desk).get("/api/v1/assignments/" + id)
                .then()
                .body("unit", is(company()))
                .body("worker", is(fitter))
                .body("role", is("HEATING_FITTER"))
                .body("grid", is(there.grid(1)));
        assertThat(Moving.inbox(worker(fitter))).contains(id);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        text("select string_agg(coalesce(worker, unit), ' ' order by worker) from notification"
                                + " where ticket_id = '" + ticket.id() + "' and step = 1"))
                .isEqualTo(fitter + " " + company()));
        as(worker("W-" + there.grid(1) + "-1"))
                .get("/api/v1/assignments/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void eitherSignsAndTheOtherSeesIt() {
        String his = assignment(desk, dispatched(there.grid(1)));
        as(worker(fitter))
                .post("/api/v1/assignments/" + his + "/signatures")
                .then()
                .statusCode(201);
        as(desk).get("/api/v1/assignments/" + his).then().body("phase", is("IN_PROGRESS"));
        String theirs = assignment(desk, dispatched(there.grid(2)));
        as(desk).post("/api/v1/assignments/" + theirs + "/signatures").then().statusCode(201);
        as(worker(fitter)).get("/api/v1/assignments/" + theirs).then().body("phase", is("IN_PROGRESS"));
    }

    @Test
    void whereNoGridIsKnownTheDeskAloneHasIt() {
        String town = there.community().substring(0, 9);
        as(desk).get("/api/v1/assignments/" + assignment(desk, dispatched(town)))
                .then()
                .body("worker", nullValue())
                .body("region", is(town));
        as(desk).get("/api/v1/assignments/" + assignment(desk, dispatched(there.community())))
                .then()
                .body("worker", is(fitter))
                .body("region", is(there.community()))
                .body("grid", nullValue());
    }

    @Test
    void whatMayBeAboutTheFitterHimselfIsTheDesksAlone() {
        TicketOnLog ticket = TicketOnLog.accepted("测温的师傅没有来", there.grid(1))
                .write(
                        Source.ROUTING,
                        new TicketDispatched(
                                company(),
                                List.of(),
                                List.of(),
                                there.grid(1),
                                Severity.ORDINARY,
                                "HEATING_SERVICE.NO_VISIT_FOR_MEASURING_OR_REPAIR",
                                TicketDispatched.Mode.AUTO,
                                "test",
                                null));
        as(desk).get("/api/v1/assignments/" + assignment(desk, ticket)).then().body("worker", nullValue());
    }

    @Test
    void whatALeaverHadIsTheDesksWhereTheCompanyHasNobodyElse() {
        Moving other = Moving.in(16);
        String leaver = "W-" + other.community() + "-HEATING";
        String id = assignment(
                unit("U-HEATING-CO-" + other.community().substring(0, 6)),
                TicketOnLog.accepted("暖气漏水", other.grid(1))
                        .dispatched(
                                other.grid(1),
                                Severity.ORDINARY,
                                "U-HEATING-CO-" + other.community().substring(0, 6)));
        assertThat(Moving.inbox(worker(leaver))).contains(id);
        other.end(SUPERVISOR, 1, leaver).statusCode(201);
        await().atMost(PATIENCE)
                .until(() -> text("select worker from assignment where id = ?", UUID.fromString(id)), nullValue());
        as(worker(leaver)).get("/api/v1/inbox?limit=500").then().body("items.id", not(hasItem(id)));
        assertThat(text("select reason from assignment where id = ?", UUID.fromString(id)))
                .contains("单位值班");
    }
}
