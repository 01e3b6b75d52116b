package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URL base;

    @Test
    void aDispatchAppearsInTheInboxAndOnTheStreamOfTheRightWorker() throws Exception {
        String grid = "210103005003102";
        Bearer mine = worker("W-" + grid + "-1");
        try (StreamClient stream = stream(mine);
                StreamClient county = stream(supervisor("210103"));
                StreamClient other = stream(worker("W-210103005003101-1"))) {
            TicketOnLog ticket =
                    TicketOnLog.accepted("暖气不热", grid).dispatched(grid, Severity.URGENT, "U-TERR-210103005003");

            String id = await().until(
                            () -> as(mine).get("/api/v1/inbox")
                                    .path("items.find { it.ticket == '" + ticket.id() + "' }?.id"),
                            notNullValue());
            String data = "data:{\"assignment\":\"" + id;
            List<String> told = stream.until(data, PATIENCE);
            assertThat(told).contains("event:assignment");
            assertThat(told.get(told.size() - 1))
                    .contains(ticket.id().toString(), "\"phase\":\"PENDING_SIGN\"", grid)
                    .doesNotContain("暖气", "W-");
            assertThat(county.until(data, PATIENCE))
                    .anyMatch(line -> line.contains(ticket.id().toString()));

            as(mine).get("/api/v1/inbox")
                    .then()
                    .statusCode(200)
                    .body("items[0].ticket", is(ticket.id().toString()))
                    .body("items[0].matter.title", is("暖气不热"))
                    .body("items[0].matter.place", is("五里河街 12 号"))
                    .body("items[0].worker", is("W-" + grid + "-1"));

            as(mine).post("/api/v1/assignments/" + id + "/signatures").then().statusCode(201);
            assertThat(stream.until(data, PATIENCE)).anyMatch(line -> line.contains("IN_PROGRESS"));
            other.close();
            assertThat(other.heard())
                    .noneMatch(line -> line.contains(ticket.id().toString()));
        }
    }

    @Test
    void aLineCompanysMatterLiesWithItsDesk() {
        String company = "U-GAS-CO-210104";
        TicketOnLog ticket =
                TicketOnLog.accepted("燃气泄漏", "210104001").dispatched("210104001", Severity.CRITICAL, company);
        await().untilAsserted(() -> as(unit(company))
                .get("/api/v1/inbox")
                .then()
                .body("items.ticket", is(List.of(ticket.id().toString())))
                .body("items[0].worker", is((String) null))
                .body("items[0].reason", is("the unit's desk (单位值班)")));
        as(desk("210104"))
                .get("/api/v1/inbox")
                .then()
                .body("items.ticket", is(List.of(ticket.id().toString())));
        as(desk("210105")).get("/api/v1/inbox").then().body("items.size()", is(0));
    }

    @Test
    void theMostPressingComesFirstAndPagesFollow() {
        String desk = "U-TERR-210111";
        TicketOnLog slow = dispatched(desk, Severity.COMPLEX);
        TicketOnLog plain = dispatched(desk, Severity.ORDINARY);
        TicketOnLog urgent = dispatched(desk, Severity.URGENT);
        await().until(() -> as(unit(desk)).get("/api/v1/inbox").path("items.size()"), is(3));

        List<String> first = as(unit(desk)).get("/api/v1/inbox?limit=2").path("items.ticket");
        String next = as(unit(desk)).get("/api/v1/inbox?limit=2").path("next");
        List<String> second = as(unit(desk))
                .queryParam("cursor", next)
                .get("/api/v1/inbox?limit=2")
                .path("items.ticket");
        assertThat(first).containsExactly(urgent.id().toString(), plain.id().toString());
        assertThat(second).containsExactly(slow.id().toString());
        as(unit(desk)).get("/api/v1/inbox?cursor=abc").then().statusCode(400);
        as(unit(desk)).get("/api/v1/inbox?limit=501").then().statusCode(400);
    }

    @Test
    void whoHasNoWorkHereIsTurnedAway() throws Exception {
        as(Bearer.of("citizen")).get("/api/v1/inbox").then().statusCode(403);
        as(Bearer.of("grid-worker")).get("/api/v1/inbox").then().statusCode(200).body("items.size()", is(0));
        try (StreamClient stream = stream(Bearer.of("citizen"))) {
            assertThat(stream.status()).isEqualTo(403);
        }
    }

    @Test
    void aLostConnectionToTheDatabaseLosesNothing() throws Exception {
        Bearer mine = worker("W-210112009001101-1");
        try (StreamClient stream = stream(mine)) {
            cutTheListener();
            TicketOnLog ticket = TicketOnLog.accepted("路灯不亮", "210112009001101")
                    .dispatched("210112009001101", Severity.ORDINARY, "U-TERR-210112009001");
            stream.until("event:assignment", PATIENCE);
            as(mine).get("/api/v1/inbox")
                    .then()
                    .body("items.ticket", is(List.of(ticket.id().toString())));
        }
    }

    private static TicketOnLog dispatched(String desk, Severity severity) {
        return TicketOnLog.accepted("井盖缺失", "210111").dispatched("210111", severity, desk);
    }

    private static void cutTheListener() throws Exception {
        try (Connection reader = DriverManager.getConnection(
                        Mesh.shared().jdbcUrl("grid"),
                        "grid_reader",
                        Mesh.shared().secrets().password());
                Statement sql = reader.createStatement()) {
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'grid-inbox'");
        }
    }

    private StreamClient stream(Bearer bearer) throws Exception {
        return new StreamClient(base.toString().replaceAll("/$", ""), bearer);
    }
}
