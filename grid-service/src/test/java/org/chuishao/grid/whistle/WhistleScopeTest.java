package org.chuishao.grid.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.whistle.Blowing.COMMUNITY;
import static org.chuishao.grid.whistle.Blowing.COMMUNITY_DESK;
import static org.chuishao.grid.whistle.Blowing.GAS;
import static org.chuishao.grid.whistle.Blowing.HEATING;
import static org.chuishao.grid.whistle.Blowing.WORKER;
import static org.chuishao.grid.whistle.Blowing.blow;
import static org.chuishao.grid.whistle.Blowing.blown;
import static org.chuishao.grid.whistle.Blowing.dispatched;
import static org.chuishao.grid.whistle.Blowing.get;
import static org.chuishao.grid.whistle.Blowing.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Who sees a whistle, who may do what about it, and what is refused with nothing stored. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WhistleScopeTest {

    @Test
    void whoIsNotConcernedFindsNothingAndDoesNothing() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        String id = blown(WORKER, ticket, "INDUSTRY", GAS);
        List<Bearer> strangers = List.of(
                unit(HEATING),
                unit("U-GAS-CO-210103"),
                worker("W-" + COMMUNITY + "102-1"),
                desk("210102001005"),
                desk("2102"));
        for (Bearer stranger : strangers) {
            get(stranger, id).statusCode(404);
            as(stranger).get("/api/v1/whistles?ticket=" + ticket.id()).then().body("items", hasSize(0));
            if (!stranger.role().equals("grid-worker")) {
                step(stranger, id, "notes", Map.of("text", "x")).statusCode(404);
                step(stranger, id, "signatures", Map.of()).statusCode(404);
            }
        }
        for (Bearer concerned : List.of(unit(GAS), WORKER, COMMUNITY_DESK, desk("2101"))) {
            as(concerned).get("/api/v1/whistles?ticket=" + ticket.id()).then().body("items.id", hasItem(id));
        }
        step(desk("210102001"), id, "signatures", Map.of()).statusCode(403);
        blow(worker("W-210102002001101-1"), ticket, "INDUSTRY", Map.of(), GAS).statusCode(404);
    }

    @Test
    void theDatabaseShowsNothingWhereTheQueryForgetsTheScope() throws SQLException {
        String id = blown(WORKER, dispatched(Severity.URGENT), "INDUSTRY", GAS);
        for (String table : List.of("whistle", "whistle_call", "whistle_note", "whistle_rating")) {
            assertThat(app("select relforcerowsecurity::text from pg_class where relname = '" + table + "'", "x"))
                    .isEqualTo("true");
        }
        String rows = "select count(*)::text from whistle_call where whistle_id = '" + id + "'";
        assertThat(app(rows, "U-OTHER")).isEqualTo("0");
        assertThat(app(rows, GAS)).isEqualTo("1");
        String change = "with c as (update whistle_call set phase = 'SIGNED' where whistle_id = '" + id
                + "' returning 1) select count(*)::text from c";
        assertThat(app(change, "U-OTHER")).isEqualTo("0");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsStored() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        blow(WORKER, ticket, "INDUSTRY", Map.of(), "U-NONE")
                .statusCode(400)
                .body("errors.field", hasItem("departments[0]"));
        blow(WORKER, ticket, "INDUSTRY", Map.of(), "U-TERR-" + COMMUNITY)
                .statusCode(400)
                .body("errors.field", hasItem("departments[0]"));
        blow(WORKER, ticket, "INDUSTRY", Map.of(), GAS, GAS)
                .statusCode(400)
                .body("errors.field", hasItem("departments"));
        blow(WORKER, ticket, "INDUSTRY", Map.of("region", "210103001"), GAS)
                .statusCode(400)
                .body("errors.field", hasItem("region"));
        blow(WORKER, ticket, "INDUSTRY", Map.of("reportInBy", "2020-01-01T00:00:00Z"), GAS)
                .statusCode(400)
                .body("errors.field", hasItem("reportInBy"));
        blow(WORKER, ticket, "INDUSTRY", Map.of("quorum", 0), GAS)
                .statusCode(400)
                .body("errors.field", hasItem(containsString("quorum")));
        assertThat(text("select count(*) from whistle where ticket_id = ?", ticket.id()))
                .isEqualTo("0");
    }

    @Test
    void theSameKeyBlowsOnce() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        Map<String, ?> body =
                Map.of("ticket", ticket.id(), "kind", "INDUSTRY", "matter", "漏气", "departments", List.of(GAS));
        String key = UUID.randomUUID().toString();
        String first = again(key, body);
        assertThat(again(key, body)).isEqualTo(first);
        assertThat(text("select count(*) from whistle where ticket_id = ?", ticket.id()))
                .isEqualTo("1");
        as(WORKER)
                .get("/api/v1/whistles?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].blower", is("U-TERR-" + COMMUNITY));
    }

    private static String again(String key, Map<String, ?> body) {
        return as(WORKER)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/whistles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String app(String query, String unit) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        Mesh.shared().jdbcUrl("grid"),
                        "grid_app",
                        Mesh.shared().secrets().password());
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('chuishao.unit', '" + unit + "', false)");
            try (ResultSet rows = sql.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
