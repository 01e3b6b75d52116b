package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The clocks of a unit's part, from the dispatch to the end. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DeadlinesTest {

    private static final String GRID = "210102001003101";
    private static final String TERRITORY = "U-TERR-210102001003";
    private static final Bearer WORKER = worker("W-" + GRID + "-1");

    @Test
    void aPartStartsWithItsClocksAndEachActStopsItsOwn() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = assignment(ticket);
        await().until(() -> acts(ticket), containsInAnyOrder("SIGN", "SIGN_HARD", "CONTACT", "RESOLVE"));
        await().until(() -> ticket.events("deadline.armed"), hasSize(1));
        assertThat(ticket.events("deadline.armed").get(0).value())
                .contains("\"also\":[", "SIGN_HARD", "CONTACT", "RESOLVE");

        act(id, "signatures", Map.of());
        assertThat(states(ticket))
                .containsEntry("SIGN", "STOPPED")
                .containsEntry("SIGN_HARD", "STOPPED")
                .containsEntry("RESOLVE", "RUNNING");
        act(id, "contacts", Map.of("reached", false));
        assertThat(states(ticket)).containsEntry("CONTACT", "RUNNING");
        act(id, "contacts", Map.of("reached", true));
        act(id, "resolutions", Map.of("solved", true, "result", "已修"));
        assertThat(states(ticket)).containsEntry("CONTACT", "STOPPED").containsEntry("RESOLVE", "STOPPED");
    }

    @Test
    void anUnsignedPartIsEscalatedToTheUnitItselfAndThenAboveIt() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        assignment(ticket);
        await().until(() -> acts(ticket), hasItems("SIGN", "SIGN_HARD", "ARRIVE"));
        over(ticket, "SIGN");
        await().until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.escalated").get(0).value())
                .contains("\"from\":\"" + TERRITORY + "\"", "\"to\":\"" + TERRITORY + "\"");
        over(ticket, "SIGN_HARD");
        await().until(() -> ticket.events("ticket.escalated"), hasSize(2));
        assertThat(ticket.events("ticket.escalated").get(1).value()).doesNotContain("\"to\":\"" + TERRITORY + "\"");
        over(ticket, "ARRIVE");
        await().until(() -> ticket.events("ticket.supervised"), hasSize(1));
        assertThat(ticket.events("deadline.missed")).hasSize(3);
    }

    @Test
    void theClocksOfATicketThatIsOverAreAnnulled() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        assignment(ticket);
        await().until(() -> acts(ticket), hasSize(4));
        ticket.write(Source.INTAKE, new Withdrawn("solved by itself"));
        await().until(() -> states(ticket).values().stream().distinct().toList(), is(List.of("ANNULLED")));
        await().until(() -> ticket.events("deadline.annulled"), hasSize(4));
    }

    @Test
    void aSuspensionEndsByItselfAtItsReview() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = assignment(ticket);
        act(id, "signatures", Map.of());
        as(supervisor("210102"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "cause",
                        "WEATHER",
                        "reviewAt",
                        Instant.now().plus(9, ChronoUnit.DAYS).toString()))
                .post("/api/v1/assignments/" + id + "/suspensions")
                .then()
                .statusCode(201);
        await().until(() -> states(ticket).get("RESOLVE"), is("PAUSED"));
        // the review is due when its clock fires, not a moment sooner by any other clock
        asReader("update assignment set review_at = app_now() + interval '200 milliseconds' where id = ?::uuid", id);
        asReader(
                "update deadline d set due_at = a.review_at, next_at = a.review_at from assignment a"
                        + " where d.assignment = a.id and a.id = ?::uuid and d.act = 'SUSPENSION'",
                id);
        await().until(() -> ticket.events("assignment.resumed"), hasSize(1));
        await().until(() -> states(ticket).get("RESOLVE"), is("RUNNING"));
    }

    @Test
    void aScopeSeesItsOwnClocksAndGoesThroughThemByPages() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        assignment(ticket);
        await().until(() -> acts(ticket), hasSize(4));
        String all = "/api/v1/deadlines?ticket=" + ticket.id();
        as(supervisor("210102")).get(all).then().body("items", hasSize(4));
        as(unit(TERRITORY)).get(all).then().body("items", hasSize(4));
        as(supervisor("210103")).get(all).then().body("items", empty());
        as(unit("U-TERR-210102001002")).get(all).then().body("items", empty());
        as(worker("W-210102001002101-1")).get(all).then().body("items", empty());

        String next = as(WORKER).get(all + "&limit=3").path("next");
        as(WORKER).get(all + "&limit=3&cursor=" + next).then().body("items", hasSize(1));
        as(WORKER).get(all + "&cursor=x").then().statusCode(400).body("errors[0].field", is("cursor"));
        as(WORKER).get(all + "&state=RED").then().statusCode(400).body("errors[0].field", is("state"));
        as(WORKER).get(all).then().body("items.size()", lessThan(5));
    }

    private static TicketOnLog dispatched(Severity severity) {
        return TicketOnLog.accepted("暖气不热", GRID).dispatched(GRID, severity, TERRITORY);
    }

    private static String assignment(TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(WORKER).get(path).path("items.size()"), is(1));
        return as(WORKER).get(path).path("items[0].id");
    }

    private static void act(String id, String act, Map<String, ?> body) {
        as(WORKER)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/assignments/" + id + "/" + act)
                .then()
                .statusCode(201);
    }

    private static List<String> acts(TicketOnLog ticket) {
        return as(WORKER).get("/api/v1/deadlines?ticket=" + ticket.id()).path("items.act");
    }

    private static Map<String, String> states(TicketOnLog ticket) {
        List<Map<String, String>> items =
                as(WORKER).get("/api/v1/deadlines?ticket=" + ticket.id()).path("items");
        return items.stream().collect(java.util.stream.Collectors.toMap(it -> it.get("act"), it -> it.get("state")));
    }

    /** As if its time had run out just now. */
    private static void over(TicketOnLog ticket, String act) {
        asReader(
                "update deadline set due_at = app_now(), next_at = app_now() where ticket_id = ? and act = ?",
                ticket.id(),
                act);
    }

    private static void asReader(String sql, Object... values) {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("grid"), "grid_reader", mesh.secrets().password());
                PreparedStatement update = reader.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
