package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.chuishao.grid.notification.Telling.COMMUNITY;
import static org.chuishao.grid.notification.Telling.HOLDER;
import static org.chuishao.grid.notification.Telling.PROVIDER;
import static org.chuishao.grid.notification.Telling.UNIT;
import static org.chuishao.grid.notification.Telling.WORKER;
import static org.chuishao.grid.notification.Telling.dispatched;
import static org.chuishao.grid.notification.Telling.message;
import static org.chuishao.grid.notification.Telling.nodes;
import static org.chuishao.grid.notification.Telling.receipt;
import static org.chuishao.grid.notification.Telling.sent;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what by day, and what comes back. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@QuarkusTestResource(value = PhoneCompany.class, restrictToAnnotatedClass = true)
class NotificationTest {

    private static final String GAS = "U-GAS-CO-210102";

    @BeforeEach
    void atTenInTheMorning() {
        PhoneCompany.down("");
        Telling.itIs(LocalTime.of(10, 0));
    }

    @AfterEach
    void theTimeIsWhatItIs() {
        Telling.itIsNow();
    }

    @Test
    void anOrdinaryAssignmentCostsOneNodeAndSaysNothingOfTheCaller() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        Map<String, Object> push = message(WORKER, ticket, "&state=SENT");
        String words = PhoneCompany.messages(Telling.number(ticket))
                .get(0)
                .path("text")
                .asText();
        assertThat(words).contains("请", "前签收", Telling.number(ticket)).doesNotContain("五里河街", "电线");
        receipt(PROVIDER, push.get("id"), "DELIVERED").statusCode(200).body("deliveredAt", notNullValue());
        receipt(WORKER, push.get("id"), "READ").statusCode(200).body("readAt", notNullValue());
        await().until(() -> nodes(ticket), hasSize(1));
        receipt(PROVIDER, push.get("id"), "DELIVERED").statusCode(200);
        receipt(PROVIDER, push.get("id"), "FAILED").statusCode(200).body("state", is("DELIVERED"));
        assertThat(message(WORKER, ticket, "").get("state")).isEqualTo("DELIVERED");
        assertThat(nodes(ticket)).containsExactly("1 PUSH " + HOLDER + " DELIVERED");
        assertThat(sent(ticket)).containsExactly("PUSH " + HOLDER);
    }

    @Test
    void whatAProviderCannotDeliverGoesTheNextWayAtOnce() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        Map<String, Object> push = message(WORKER, ticket, "&state=SENT");
        as(PROVIDER)
                .body(Map.of("outcome", "FAILED", "fault", "NUMBER_GONE"))
                .post("/api/v1/notifications/" + push.get("id") + "/receipts")
                .then()
                .statusCode(200)
                .body("fault", is("NUMBER_GONE"));
        await().untilAsserted(() -> assertThat(sent(ticket)).containsExactly("PUSH " + HOLDER, "SMS " + HOLDER));
        await().untilAsserted(() -> assertThat(nodes(ticket)).containsExactly("1 PUSH " + HOLDER + " FAILED"));
    }

    @Test
    void onlyWhoItWentToAndItsProviderSayThatItArrived() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        Object id = message(WORKER, ticket, "&state=SENT").get("id");
        List<Bearer> strangers = List.of(
                worker("W-" + COMMUNITY + "103-1"),
                unit(GAS),
                desk("210103"),
                Bearer.of("call-centre").subject("elsewhere").regions("2102"));
        for (Bearer stranger : strangers) {
            receipt(stranger, id, "DELIVERED").statusCode(404);
            as(stranger)
                    .get("/api/v1/notifications?ticket=" + ticket.id())
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
        receipt(unit(UNIT), id, "DELIVERED").statusCode(403);
        receipt(desk(COMMUNITY), id, "DELIVERED").statusCode(403);
        receipt(supervisor("2101"), id, "DELIVERED").statusCode(403);
        receipt(WORKER, UUID.randomUUID(), "DELIVERED").statusCode(404);
        receipt(WORKER, id, "SEEN").statusCode(400).body("errors.field", everyItem(containsString("outcome")));
        assertThat(nodes(ticket)).isEmpty();
        assertThat(text("select coalesce(receipt, 'none') from notification where id = ?::uuid", id))
                .isEqualTo("none");
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        TicketOnLog first = dispatched(Severity.ORDINARY);
        message(WORKER, first, "");
        TicketOnLog second = dispatched(Severity.ORDINARY);
        message(WORKER, second, "");
        String path = "/api/v1/notifications?limit=1&matter=ASSIGNED&worker=" + HOLDER;
        String next = as(WORKER)
                .get(path)
                .then()
                .body("items.ticket", is(List.of(second.id().toString())))
                .extract()
                .path("next");
        as(WORKER)
                .get(path + "&cursor=" + next)
                .then()
                .body("items.ticket", is(List.of(first.id().toString())));
        as(WORKER).get(path + "&cursor=x").then().statusCode(400);
        as(unit(UNIT)).get(path).then().body("items", hasSize(1));
    }

    @Test
    void aYellowLightIsToldToWhoHasItAndAMissedOneToWhoStandsAbove() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        message(WORKER, ticket, "&matter=ASSIGNED");
        String clock = " where ticket_id = ? and act = 'RESOLVE'";
        await().until(() -> text("select count(*) from deadline" + clock, ticket.id()), is("1"));
        update("update deadline set next_at = app_now()" + clock, ticket.id());
        Map<String, Object> yellow = message(WORKER, ticket, "&matter=APPROACHING");
        assertThat(yellow.get("worker")).isEqualTo(HOLDER);
        update("update deadline set due_at = app_now(), next_at = app_now()" + clock, ticket.id());
        Map<String, Object> told = message(unit("U-TERR-210102001"), ticket, "&matter=SUPERVISED");
        assertThat(told.get("addressee")).isEqualTo("DESK");
        await().untilAsserted(() -> assertThat(PhoneCompany.messages(Telling.number(ticket)))
                .extracting(it -> it.path("title").asText())
                .contains("黄灯提醒", "督办"));
    }

    @Test
    void aWhistleCallsTheDepartmentsDeskAndNotBeforeItSounds() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        message(WORKER, ticket, "&matter=ASSIGNED");
        blow(WORKER, ticket, "INDUSTRY");
        message(unit(GAS), ticket, "&matter=WHISTLED");
        TicketOnLog other = dispatched(Severity.ORDINARY);
        message(WORKER, other, "&matter=ASSIGNED");
        String whistle = blow(desk(COMMUNITY), other, "COORDINATION");
        String path = "/api/v1/notifications?matter=WHISTLED&ticket=" + other.id();
        await().until(() -> other.events("whistle.blown"), hasSize(1));
        as(unit(GAS)).get(path).then().body("items", hasSize(0));
        as(desk("210102001"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("confirmed", true))
                .post("/api/v1/whistles/" + whistle + "/confirmations")
                .then()
                .statusCode(201);
        Object id = message(unit(GAS), other, "&matter=WHISTLED&state=SENT").get("id");
        receipt(unit(GAS), id, "DELIVERED").statusCode(200);
        as(unit(GAS)).get(path).then().body("items", hasSize(1));
    }

    private static String blow(Bearer by, TicketOnLog ticket, String kind) {
        Map<String, ?> body = Map.of(
                "ticket",
                ticket.id(),
                "kind",
                kind,
                "matter",
                "管道漏气",
                "region",
                Telling.GRID,
                "departments",
                List.of(GAS));
        return as(by).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/whistles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
