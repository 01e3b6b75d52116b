package org.chuishao.grid.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.mediation.Mediating.*;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A dispute is settled in the grid where it can be, and goes on by a route where it cannot. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DisputeTest {

    private static final List<String> SAID_IN_CONFIDENCE =
            List.of("王建国", "李秀兰", "13900001234", "13900005678", "漏水", "管道", "调解室");

    @Test
    void itIsOpenedTalkedOverAndAgreedAndKept() {
        TicketOnLog ticket = dispatched();
        String id = opened(signed(ticket));
        step(MEDIATOR, id, "sessions", session()).statusCode(201).body("sessions", is(1));
        step(DESK, id, "sessions", session()).statusCode(201).body("sessions", is(2));
        step(UNIT, id, "outcome", agreement())
                .statusCode(201)
                .body("phase", is("AGREED"))
                .body("revisitBy", notNullValue())
                .body("allowed", contains("revisits"));

        as(WORKER)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("told.subject", is("楼上漏水，互不相让"))
                .body("told.parties.name", contains("王建国", "李秀兰"))
                .body("told.parties.contact", contains("13900001234", "13900005678"))
                .body("told.sessions.n", contains(1, 2))
                .body("told.sessions[0].place", is("社区调解室"))
                .body("told.sessions[0].said", is("王建国认为是老管道的问题，电话***"))
                .body("told.outcomes.outcome", contains("AGREED"))
                .body("told.outcomes[0].agreement.obligations[0].by", is("2099-12-31"));

        step(WORKER, id, "revisits", Map.of("kept", true, "note", "管道已修好"))
                .statusCode(201)
                .body("phase", is("KEPT"))
                .body("allowed", hasSize(0));
        assertThat(text("select state from deadline where assignment = ?", UUID.fromString(id)))
                .isEqualTo("STOPPED");
    }

    @Test
    void eachStepIsANodeInWordsThatNameNobody() {
        TicketOnLog ticket = dispatched();
        String assignment = signed(ticket);
        String id = agreed(assignment);
        step(WORKER, id, "revisits", Map.of("kept", false)).statusCode(201).body("phase", is("MEDIATING"));
        step(MEDIATOR, id, "outcome", Map.of("outcome", "FAILED", "route", "PEOPLES_COURT", "reason", "王建国不来"))
                .statusCode(201)
                .body("phase", is("REFERRED"))
                .body("route", is("PEOPLES_COURT"));

        await().atMost(PATIENCE).until(() -> ticket.events("mediation.ended"), hasSize(2));
        assertThat(said(ticket, "mediation.opened")).containsExactly("受理矛盾纠纷调解，当事人2方");
        assertThat(said(ticket, "mediation.session-held")).containsExactly("第1次调解，到场2人");
        assertThat(said(ticket, "mediation.ended")).containsExactly("达成调解协议，约定事项1项", "调解不成，转人民法院");
        assertThat(said(ticket, "mediation.revisited")).containsExactly("回访：协议未履行，再次调解");
        assertThat(ticket.events("mediation.opened").get(0).headers()).containsEntry("ce_assignment", assignment);
        assertThat(ticket.events("mediation.opened").get(0).value()).contains("\"mediator\":\"" + CHIEF + "\"");
        for (LogProbe.Found event : ticket.events()) {
            if (event.headers().get("ce_type").contains("mediation")) {
                assertThat(event.value()).doesNotContain(SAID_IN_CONFIDENCE);
            }
        }
    }

    @Test
    void whatWasAgreedFirstAndNotKeptStandsBesideWhatWasAgreedThen() {
        String assignment = signed(dispatched());
        String id = agreed(assignment);
        step(WORKER, id, "revisits", Map.of("kept", false, "note", "管道未修")).statusCode(201);
        step(MEDIATOR, id, "sessions", session()).statusCode(201);
        Map<String, Object> second = agreement();
        second.put("terms", "社区垫付修理");
        step(MEDIATOR, id, "outcome", second).statusCode(201);
        step(WORKER, id, "revisits", Map.of("kept", true, "note", "已修好")).statusCode(201);
        as(WORKER)
                .get(PATH + "/" + id)
                .then()
                .body("told.outcomes.n", contains(1, 2))
                .body("told.outcomes.agreement.terms", contains("李秀兰修复管道，王建国承担一半费用", "社区垫付修理"))
                .body("told.revisits.kept", contains(false, true))
                .body("told.revisits.note", contains("管道未修", "已修好"))
                .body("kept", is(true));
    }

    @Test
    void whileAnAgreementIsToBeRevisitedNoOtherIsOpenedBesideIt() {
        String assignment = signed(dispatched());
        String id = agreed(assignment);
        post(WORKER, PATH, opening(assignment))
                .statusCode(409)
                .body("state", is("AGREED"))
                .body("mediation", is(id))
                .body("allowed", contains("revisits"));
        step(WORKER, id, "revisits", Map.of("kept", false)).statusCode(201).body("phase", is("MEDIATING"));
        post(WORKER, PATH, opening(assignment)).statusCode(409).body("state", is("MEDIATING"));
        step(WORKER, id, "outcome", Map.of("outcome", "FAILED", "route", "PEOPLES_COURT"))
                .statusCode(201);
        opened(assignment);
    }

    @Test
    void theRevisitIsDueAfterThirtyDaysByARule() {
        TicketOnLog ticket = dispatched();
        String id = agreed(signed(ticket));
        await().atMost(PATIENCE)
                .until(
                        () -> ticket.events("deadline.armed").stream()
                                .anyMatch(it -> it.value().contains("MEDIATION_REVISIT")),
                        is(true));
        Map<String, String> clock = as(MEDIATOR)
                .get("/api/v1/deadlines?act=MEDIATION_REVISIT&ticket=" + ticket.id())
                .path("items[0]");
        assertThat(clock).containsEntry("assignment", id).containsEntry("rule", "mediation-revisit-ordinary@1");
        Duration limit = Duration.between(at(clock.get("startedAt")), at(clock.get("dueAt")));
        assertThat(limit).isEqualTo(Duration.ofDays(30));
        as(DESK).get("/api/v1/sla-rules?act=MEDIATION_REVISIT")
                .then()
                .statusCode(200)
                .body("items.limit", hasItem("30d"));
    }

    @Test
    void itIsListedByWhatItIsAndPageByPage() {
        TicketOnLog one = dispatched();
        String first = agreed(signed(one));
        String second = opened(signed(dispatched()));
        String third = opened(signed(dispatched()));
        as(WORKER)
                .get(PATH + "?phase=MEDIATING&limit=500")
                .then()
                .body("items.id", hasItem(second))
                .body("items.id", not(hasItem(first)))
                .body("items.told", not(hasItem(notNullValue())));
        as(DESK).get(PATH + "?ticket=" + one.id())
                .then()
                .body("items.id", contains(first))
                .body("items[0].partyCount", is(2));
        as(DESK).get(PATH + "?region=" + GRID + "&mediator=" + CHIEF + "&limit=500")
                .then()
                .body("items.id", hasItem(third));
        as(DESK).get(PATH + "?region=210103").then().body("items", hasSize(0));
        String next = as(WORKER).get(PATH + "?limit=1").path("next");
        as(WORKER)
                .get(PATH + "?limit=1&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("items.id", not(hasItem(third)));
        as(WORKER).get(PATH + "?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void theSameKeyOpensOnce() {
        String assignment = signed(dispatched());
        String key = UUID.randomUUID().toString();
        String first = again(key, assignment, 201);
        assertThat(again(key, assignment, 201)).isEqualTo(first);
        Map<String, Object> other = opening(assignment);
        other.put("subject", "别的");
        as(WORKER).header("Idempotency-Key", key).body(other).post(PATH).then().statusCode(422);
        as(WORKER).body(opening(assignment)).post(PATH).then().statusCode(400);
        as(WORKER).get(PATH + "?assignment=" + assignment).then().body("items", hasSize(1));
    }

    private static String again(String key, String assignment, int status) {
        return as(WORKER)
                .header("Idempotency-Key", key)
                .body(opening(assignment))
                .post(PATH)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static List<String> said(TicketOnLog ticket, String type) {
        return ticket.events(type).stream()
                .map(it -> io.restassured.path.json.JsonPath.from(it.value()).getString("words"))
                .toList();
    }

    private static Instant at(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }
}
