package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.notification.Telling.BACKUP;
import static org.chuishao.grid.notification.Telling.COMMUNITY;
import static org.chuishao.grid.notification.Telling.HOLDER;
import static org.chuishao.grid.notification.Telling.SUPERVISOR;
import static org.chuishao.grid.notification.Telling.UNIT;
import static org.chuishao.grid.notification.Telling.WORKER;
import static org.chuishao.grid.notification.Telling.clock;
import static org.chuishao.grid.notification.Telling.dispatched;
import static org.chuishao.grid.notification.Telling.message;
import static org.chuishao.grid.notification.Telling.nodes;
import static org.chuishao.grid.notification.Telling.pass;
import static org.chuishao.grid.notification.Telling.receipt;
import static org.chuishao.grid.notification.Telling.sent;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A danger at three in the morning, and a phone that is switched off. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@QuarkusTestResource(value = PhoneCompany.class, restrictToAnnotatedClass = true)
class PhoneSwitchedOffTest {

    private static final String TOWN = "U-TERR-210102001";

    private Instant three;
    private Duration aStep;

    @BeforeEach
    void atThreeInTheMorning() {
        Telling.backedUp();
        PhoneCompany.down("");
        three = Telling.itIs(LocalTime.of(3, 0));
        aStep = Duration.ofSeconds(
                1
                        + Long.parseLong(
                                text(
                                        "select max(seconds)::text from notification_rule where severity = 'CRITICAL' and region = ''")));
    }

    @AfterEach
    void theTimeIsWhatItIs() {
        Telling.itIsNow();
    }

    @Test
    void isFollowedByTheBackupAndThenTheDutyDeskInTime() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        List<String> way = List.of(
                "PUSH " + HOLDER,
                "SMS " + HOLDER,
                "VOICE " + HOLDER,
                "PUSH " + BACKUP,
                "SMS " + BACKUP,
                "VOICE " + BACKUP,
                "PUSH " + UNIT);
        for (int step = 1; step <= way.size(); step++) {
            List<String> sofar = way.subList(0, step);
            await().untilAsserted(() -> assertThat(sent(ticket)).isEqualTo(sofar));
            if (step < way.size()) {
                pass(ticket, aStep);
            }
        }
        assertThat(clock().instant())
                .as("the desk knows before the limit to sign is over, as the rules have it")
                .isBefore(Instant.ofEpochSecond(Long.parseLong(text(
                        "select extract(epoch from min(due_at))::bigint::text from deadline where act = 'SIGN'"
                                + " and ticket_id = ?",
                        ticket.id()))));
        receipt(
                        desk(COMMUNITY),
                        message(desk(COMMUNITY), ticket, "&matter=ASSIGNED&state=SENT")
                                .get("id"),
                        "DELIVERED")
                .statusCode(200);
        await().untilAsserted(() -> assertThat(nodes(ticket))
                .containsExactly(
                        "1 PUSH " + HOLDER + " UNDELIVERED",
                        "2 SMS " + HOLDER + " UNDELIVERED",
                        "3 VOICE " + HOLDER + " UNDELIVERED",
                        "4 PUSH " + BACKUP + " UNDELIVERED",
                        "5 SMS " + BACKUP + " UNDELIVERED",
                        "6 VOICE " + BACKUP + " UNDELIVERED",
                        "7 PUSH " + UNIT + " DELIVERED"));
        pass(ticket, aStep);
        as(SUPERVISOR)
                .get("/api/v1/notifications?matter=ASSIGNED&ticket=" + ticket.id())
                .then()
                .body("items", hasSize(way.size()))
                .body("items[0].addressee", is("DESK"))
                .body("items[0].state", is("DELIVERED"));
    }

    @Test
    void whereNeitherDeskAnswersTheTownIsTheLast() {
        TicketOnLog ticket = TicketOnLog.accepted("井盖缺失", COMMUNITY.substring(0, 9))
                .dispatched("210102001", Severity.CRITICAL, TOWN);
        for (String next : List.of("PUSH " + TOWN, "VOICE " + TOWN, "PUSH U-TERR-210102", "VOICE U-TERR-210102")) {
            await().untilAsserted(() -> assertThat(sent(ticket)).endsWith(next));
            pass(ticket, aStep);
        }
        await().until(() -> nodes(ticket), hasSize(4));
        assertThat(nodes(ticket)).last().isEqualTo("4 VOICE U-TERR-210102 UNDELIVERED");
        assertThat(sent(ticket)).hasSize(4);
    }

    @Test
    void aPhoneThatIsSwitchedOnAgainEndsWhatWasToFollow() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        Map<String, Object> push = message(WORKER, ticket, "&channel=PUSH");
        await().until(() -> sent(ticket), hasSize(1));
        pass(ticket, aStep);
        await().until(() -> sent(ticket), hasSize(2));
        receipt(WORKER, push.get("id"), "DELIVERED").statusCode(200);
        await().untilAsserted(() -> assertThat(nodes(ticket))
                .containsExactly("1 PUSH " + HOLDER + " UNDELIVERED", "1 PUSH " + HOLDER + " DELIVERED"));
        pass(ticket, aStep);
        assertThat(message(WORKER, ticket, "&channel=SMS").get("state")).isEqualTo("MOOT");
        assertThat(sent(ticket)).hasSize(2);
    }

    @Test
    void whoSignsHasSeenItWhateverHisPhoneSays() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        Map<String, Object> push = message(WORKER, ticket, "&channel=PUSH");
        await().until(() -> sent(ticket), hasSize(1));
        as(WORKER)
                .post("/api/v1/assignments/" + push.get("assignment") + "/signatures")
                .then()
                .statusCode(201);
        await().until(() -> message(WORKER, ticket, "&channel=PUSH").get("state"), is("MOOT"));
        pass(ticket, aStep);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> sent(ticket), hasSize(1));
        assertThat(nodes(ticket)).isEmpty();
    }

    @Test
    void aProviderThatIsDownIsTriedAgainAndThenPassedBy() {
        PhoneCompany.down("PUSH");
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        await().until(() -> sent(ticket), hasSize(1));
        pass(ticket, Duration.ofSeconds(6));
        await().until(() -> sent(ticket), hasSize(2));
        assertThat(PhoneCompany.messages(Telling.number(ticket)))
                .extracting(it -> it.path("id").asText())
                .containsOnly(
                        String.valueOf(message(WORKER, ticket, "&channel=PUSH").get("id")));
        pass(ticket, aStep);
        await().until(() -> sent(ticket).get(sent(ticket).size() - 1), is("SMS " + HOLDER));
        await().untilAsserted(() -> assertThat(nodes(ticket)).containsExactly("1 PUSH " + HOLDER + " FAILED"));
    }

    @Test
    void whatCanWaitWaitsForTheMorning() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        Map<String, Object> held = message(WORKER, ticket, "");
        assertThat(held.get("state")).isEqualTo("WAITING");
        assertThat(Instant.parse(String.valueOf(held.get("notBefore")))).isEqualTo(three.plus(Duration.ofHours(4)));
        TicketOnLog danger = dispatched(Severity.CRITICAL);
        await().until(() -> sent(danger), hasSize(1));
        assertThat(sent(ticket)).isEmpty();
    }
}
