package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.KEY;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.assignment;
import static org.chuishao.grid.assignment.Hands.dispatched;
import static org.chuishao.grid.assignment.Hands.path;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.RelayStop;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A unit asks for more time, and a supervisor decides. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MoreTimeTest {

    @Test
    void aUnitAsksForMoreTimeAndASupervisorGrantsIt() {
        TicketOnLog ticket = dispatched("道路塌陷");
        String id = inProgress(ticket);
        Instant later = later(id, Duration.ofDays(5));

        ask(id, later).statusCode(201).body("extension", is("REQUESTED")).body("phase", is("IN_PROGRESS"));

        as(supervisor("210102"))
                .get("/api/v1/assignments?extension=REQUESTED&ticket=" + ticket.id())
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].asked.extensionReason", nullValue());
        as(supervisor("210102"))
                .get("/api/v1/assignments/" + id)
                .then()
                .body("asked.extensionUntil", is(later.toString()))
                .body("asked.extensionReason", is("等待材料，联系***"));
        Instant less = later(id, Duration.ofDays(3));
        decide(id, Map.of("granted", true, "until", less.toString(), "reason", "三天足够"))
                .statusCode(201)
                .body("extension", is("GRANTED"))
                .body("extensionUntil", is(less.toString()));

        await().until(() -> ticket.events("assignment.extension-granted"), hasSize(1));
        assertThat(ticket.events("assignment.extension-granted").get(0).value())
                .contains(less.toString(), "supervisor-210102");
        LogProbe.Found asked = ticket.events("assignment.extension-requested").get(0);
        assertThat(asked.value()).contains(later.toString()).doesNotContain("等待材料");
        assertThat(TicketOnLog.open(asked, "reason")).startsWith("等待材料");
        as(WORKER).get("/api/v1/assignments/" + id).then().body("asked.extensionDecision", is("三天足够"));
        ask(id, later).statusCode(409).body("detail", containsString("GRANTED"));
        decide(id, Map.of("granted", false, "reason", "再议")).statusCode(409).body("state", is("IN_PROGRESS"));
    }

    @Test
    void whatWasRefusedMayBeAskedForAgain() {
        TicketOnLog ticket = dispatched("围墙倾斜");
        String id = inProgress(ticket);
        ask(id, later(id, Duration.ofDays(5))).statusCode(201);

        decide(id, Map.of("granted", false, "reason", "工期充足")).statusCode(201).body("extension", is("REFUSED"));

        await().until(() -> ticket.events("assignment.extension-refused"), hasSize(1));
        assertThat(TicketOnLog.open(
                        ticket.events("assignment.extension-refused").get(0), "reason"))
                .isEqualTo("工期充足");
        ask(id, later(id, Duration.ofDays(5))).statusCode(201).body("extension", is("REQUESTED"));
    }

    @Test
    void anExtensionIsBounded() {
        String id = inProgress(dispatched("绿化缺失"));
        for (Instant wrong : new Instant[] {later(id, Duration.ofDays(40)), later(id, Duration.ofMinutes(-1))}) {
            ask(id, wrong).statusCode(400).body("errors.field", hasItem("until"));
        }
        Instant asked = later(id, Duration.ofDays(5));
        ask(id, asked).statusCode(201);
        for (Instant wrong : new Instant[] {later(id, Duration.ofDays(6)), later(id, Duration.ofMinutes(-1))}) {
            decide(id, Map.of("granted", true, "until", wrong.toString(), "reason", "不合"))
                    .statusCode(400)
                    .body("errors.field", hasItem("until"));
        }
        decide(id, Map.of("granted", true, "reason", "未定")).statusCode(400);
        decide(id, Map.of("granted", false, "until", asked.toString(), "reason", "不"))
                .statusCode(400);
    }

    @Test
    void whatHasRunOutIsNotExtendedAnyMore() {
        TicketOnLog ticket = dispatched("窨井满溢");
        String id = inProgress(ticket);
        Instant later = later(id, Duration.ofDays(5));
        ask(id, later).statusCode(201);
        Reader.update(
                "update deadline set due_at = app_now(), next_at = app_now() where act = 'RESOLVE' and assignment = '"
                        + id + "'");
        decide(id, Map.of("granted", true, "until", later.toString(), "reason", "可"))
                .statusCode(409)
                .body("detail", containsString("time"));
        decide(id, Map.of("granted", false, "reason", "已超期")).statusCode(201);
        ask(id, later).statusCode(409);
    }

    @Test
    void whereLifeIsInDangerThereIsNoMoreTime() {
        TicketOnLog ticket = TicketOnLog.accepted("燃气泄漏", GRID).dispatched(GRID, Severity.CRITICAL, TERRITORY);
        String id = inProgress(ticket);
        ask(id, in(Duration.ofHours(1))).statusCode(409).body("state", is("IN_PROGRESS"));

        TicketOnLog urgent = TicketOnLog.accepted("停水", GRID).dispatched(GRID, Severity.URGENT, TERRITORY);
        String other = inProgress(urgent);
        ask(other, later(other, Duration.ofHours(25))).statusCode(400);
        ask(other, later(other, Duration.ofHours(23))).statusCode(201);
    }

    @Test
    void whoHasItDoesNotDecideAndASupervisorOfElsewhereDoesNotSeeIt() {
        String id = inProgress(dispatched("占用盲道"));
        Instant later = later(id, Duration.ofDays(5));
        ask(id, later).statusCode(201);
        Map<String, ?> yes = Map.of("granted", true, "until", later.toString(), "reason", "可");
        act(id, "extensions/decision", yes).statusCode(403);
        as(supervisor("2102"))
                .header(KEY, UUID.randomUUID())
                .body(yes)
                .post(path(id, "extensions/decision"))
                .then()
                .statusCode(404);
    }

    @Test
    void anExtensionThatIsAskedForTooLateIsUndone() {
        TicketOnLog ticket = dispatched("雨水倒灌");
        String id = inProgress(ticket);
        await().until(() -> ticket.events("assignment.signed"), hasSize(1));
        try (RelayStop relay = new RelayStop()) {
            ask(id, later(id, Duration.ofDays(5))).statusCode(201);
            ticket.write(Source.INTAKE, new Withdrawn("solved by itself"));
            await().until(() -> Hands.phase(id), is("ENDED"));
        }
        await().until(() -> ticket.events("assignment.extension-requested"), hasSize(1));
        await().untilAsserted(() -> as(WORKER)
                .get("/api/v1/assignments/" + id)
                .then()
                .body("phase", is("ENDED"))
                .body("asked.extension", nullValue())
                .body("asked.extensionUntil", nullValue()));
        as(supervisor("210102"))
                .get("/api/v1/assignments?extension=REQUESTED&ticket=" + ticket.id())
                .then()
                .body("items.id", not(hasItem(id)));
    }

    static String inProgress(TicketOnLog ticket) {
        String id = assignment(ticket, WORKER);
        act(id, "signatures", Map.of()).statusCode(201);
        return id;
    }

    /** Beyond the end that its clock has. */
    private static Instant later(String id, Duration by) {
        return Hands.due(id).plus(by);
    }

    static Instant in(Duration from) {
        return Instant.now().plus(from).truncatedTo(ChronoUnit.SECONDS);
    }

    private static ValidatableResponse ask(String id, Instant until) {
        return act(id, "extensions", Map.of("until", until.toString(), "reason", "等待材料，联系13900001234"));
    }

    private static ValidatableResponse decide(String id, Map<String, ?> body) {
        return as(supervisor("210102"))
                .header(KEY, UUID.randomUUID())
                .body(body)
                .post(path(id, "extensions/decision"))
                .then();
    }
}
