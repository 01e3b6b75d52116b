package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.chuishao.grid.notification.Telling.COMMUNITY;
import static org.chuishao.grid.notification.Telling.GRID;
import static org.chuishao.grid.notification.Telling.WORKER;
import static org.chuishao.grid.notification.Telling.dispatched;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits to be told, at eleven in the night, and is not to be told any more. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@QuarkusTestResource(value = PhoneCompany.class, restrictToAnnotatedClass = true)
class MootTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GAS = "U-GAS-CO-210102";
    private static final String HEATING = "U-HEATING-210102";
    private static final Map<String, ?> SITE = Map.of("longitude", 123.41, "latitude", 41.79, "crs", "WGS84");

    @BeforeEach
    void atElevenInTheNight() {
        PhoneCompany.down("");
        Telling.itIs(LocalTime.of(23, 0));
    }

    @AfterEach
    void theTimeIsWhatItIs() {
        Telling.itIsNow();
    }

    @Test
    void aYellowLightOfAnActThatIsDoneIsNotTold() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        state(ticket, "ASSIGNED", Telling.UNIT, "WAITING");
        for (String act : List.of("SIGN", "RESOLVE")) {
            String clock = " where ticket_id = ? and act = ? and state = 'RUNNING'";
            await().atMost(PATIENCE)
                    .until(() -> text("select count(*) from deadline" + clock, ticket.id(), act), is("1"));
            update("update deadline set next_at = app_now()" + clock, ticket.id(), act);
            await().atMost(PATIENCE).until(() -> light(ticket, act), is("WAITING"));
        }
        String id = as(WORKER).get("/api/v1/assignments?ticket=" + ticket.id()).path("items[0].id");
        as(WORKER)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/assignments/" + id + "/signatures")
                .then()
                .statusCode(201);

        await().atMost(PATIENCE).until(() -> light(ticket, "SIGN"), is("MOOT"));
        assertThat(light(ticket, "RESOLVE")).isEqualTo("WAITING");
    }

    @Test
    void whoIsReleasedOrNotNeededAnyMoreIsNotCalledInTheMorning() {
        TicketOnLog ticket = assigned(Severity.ORDINARY);
        String id = blow(ticket, "INDUSTRY", Map.of("quorum", 1), GAS, HEATING, "U-WATER-CO-210102");
        state(ticket, "WHISTLED", GAS, "WAITING");
        state(ticket, "WHISTLED", HEATING, "WAITING");
        step(unit(HEATING), id, "objections", Map.of("improper", "OUTSIDE_DUTY", "ground", "不涉及供热"));
        Bearer adjudicator = Bearer.of("adjudicator").subject("adjudicator").regions("210102");
        step(adjudicator, id, "objections/" + HEATING + "/decision", Map.of("upheld", true, "reason", "是"));
        state(ticket, "WHISTLED", HEATING, "MOOT");
        state(ticket, "WHISTLED", GAS, "WAITING");
        step(unit(GAS), id, "arrivals", Map.of("position", SITE));
        state(ticket, "WHISTLED", GAS, "MOOT");
        state(ticket, "WHISTLED", "U-WATER-CO-210102", "WAITING");
        step(WORKER, id, "closure", Map.of("outcome", "已修复"));
        state(ticket, "WHISTLED", "U-WATER-CO-210102", "MOOT");
        assertThat(messages(ticket, "CALLED_OFF")).as("nobody was told to come").isEqualTo("0");
    }

    @Test
    void whoIsOnHisWayByAFalseAlarmIsToldThatItWasOne() {
        TicketOnLog ticket = assigned(Severity.CRITICAL);
        String id = blow(ticket, "EMERGENCY", Map.of("danger", true), GAS);
        state(ticket, "WHISTLED", GAS, "SENT");
        step(desk(COMMUNITY), id, "confirmations", Map.of("confirmed", false, "reason", "误报"));
        state(ticket, "WHISTLED", GAS, "MOOT");
        await().atMost(PATIENCE).until(() -> messages(ticket, "CALLED_OFF"), is("1"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(PhoneCompany.messages(Telling.number(ticket)))
                .extracting(it -> it.path("title").asText())
                .contains("撤哨"));
    }

    @Test
    void aWhistleWhoseTicketIsSettledCallsAllTheSame() {
        TicketOnLog ticket = assigned(Severity.ORDINARY);
        blow(ticket, "INDUSTRY", Map.of(), GAS);
        state(ticket, "WHISTLED", GAS, "WAITING");
        ticket.write(Source.INTAKE, new Withdrawn("matter-over"));
        state(ticket, "ASSIGNED", Telling.UNIT, "MOOT");
        state(ticket, "WHISTLED", GAS, "WAITING");
    }

    private static TicketOnLog assigned(Severity severity) {
        TicketOnLog ticket = dispatched(severity);
        await().atMost(PATIENCE).until(() -> messages(ticket, "ASSIGNED"), is("1"));
        return ticket;
    }

    private static void state(TicketOnLog ticket, String matter, String desk, String state) {
        await().atMost(PATIENCE)
                .until(
                        () -> text(
                                "select coalesce(min(state), 'none') from notification where ticket_id = ? and matter = ?"
                                        + " and desk = ? and step = 1",
                                ticket.id(),
                                matter,
                                desk),
                        is(state));
    }

    private static String light(TicketOnLog ticket, String act) {
        return text(
                "select coalesce(min(state), 'none') from notification where ticket_id = ? and matter = 'APPROACHING'"
                        + " and act = ?",
                ticket.id(),
                act);
    }

    private static String messages(TicketOnLog ticket, String matter) {
        return text(
                "select count(*) from notification where ticket_id = ? and matter = ? and step = 1",
                ticket.id(),
                matter);
    }

    private static String blow(TicketOnLog ticket, String kind, Map<String, ?> more, String... departments) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("ticket", ticket.id());
        body.put("kind", kind);
        body.put("matter", "管道漏气");
        body.put("region", GRID);
        body.put("site", SITE);
        body.put("departments", List.of(departments));
        return as(WORKER)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/whistles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void step(Bearer by, String whistle, String step, Map<String, ?> body) {
        as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/whistles/" + whistle + "/" + step)
                .then()
                .statusCode(201);
    }
}
