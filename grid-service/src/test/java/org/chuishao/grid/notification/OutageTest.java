package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.notification.Telling.HOLDER;
import static org.chuishao.grid.notification.Telling.WORKER;
import static org.chuishao.grid.notification.Telling.dispatched;
import static org.chuishao.grid.notification.Telling.message;
import static org.chuishao.grid.notification.Telling.nodes;
import static org.chuishao.grid.notification.Telling.pass;
import static org.chuishao.grid.notification.Telling.receipt;
import static org.chuishao.grid.notification.Telling.sent;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalTime;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider is away for hours: what has no other way to go is told when it is back. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@QuarkusTestResource(value = PhoneCompany.class, restrictToAnnotatedClass = true)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @BeforeEach
    void atTenInTheMorning() {
        PhoneCompany.down("PUSH");
        Telling.itIs(LocalTime.of(10, 0));
    }

    @AfterEach
    void theTimeIsWhatItIs() {
        PhoneCompany.down("");
        Telling.itIsNow();
    }

    @Test
    void anOrdinaryMessageIsToldWhenItsProviderIsBack() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        for (int attempt = 1; attempt <= 9; attempt++) {
            int so = attempt;
            await().atMost(PATIENCE).until(() -> sent(ticket).size() >= so);
            pass(ticket, LONGEST_WAIT);
        }
        assertThat(nodes(ticket)).as("it is not given up").isEmpty();
        PhoneCompany.down("");
        pass(ticket, LONGEST_WAIT);
        await().atMost(PATIENCE).until(() -> state(ticket), is("SENT"));
        receipt(WORKER, message(WORKER, ticket, "&matter=ASSIGNED").get("id"), "DELIVERED")
                .statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes(ticket)).containsExactly("1 PUSH " + HOLDER + " DELIVERED"));
    }

    @Test
    void itsTimeRunsFromWhenItWasTaken() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        await().atMost(PATIENCE).until(() -> !sent(ticket).isEmpty());
        PhoneCompany.down("");
        pass(ticket, Duration.ofHours(2));
        await().atMost(PATIENCE).until(() -> state(ticket), is("SENT"));
        pass(ticket, Duration.ofMinutes(59));
        assertThat(state(ticket)).isEqualTo("SENT");
        pass(ticket, Duration.ofMinutes(2));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes(ticket)).containsExactly("1 PUSH " + HOLDER + " UNDELIVERED"));
    }

    @Test
    void afterADayItIsGivenUp() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        await().atMost(PATIENCE).until(() -> !sent(ticket).isEmpty());
        pass(ticket, Duration.ofHours(25));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes(ticket)).containsExactly("1 PUSH " + HOLDER + " FAILED"));
    }

    @Test
    void nothingIsSentAgainInTheQuietHours() {
        String after = "select to_char(after_quiet((?::text)::timestamptz, '22:00', '07:00', 'Asia/Shanghai')"
                + " at time zone 'Asia/Shanghai', 'DD HH24:MI')";
        assertThat(GridTables.text(after, "2026-11-23T21:59:00+08:00")).isEqualTo("23 21:59");
        assertThat(GridTables.text(after, "2026-11-23T22:00:00+08:00")).isEqualTo("24 07:00");
        assertThat(GridTables.text(after, "2026-11-24T06:59:00+08:00")).isEqualTo("24 07:00");
        assertThat(GridTables.text(after, "2026-11-24T07:00:00+08:00")).isEqualTo("24 07:00");
        assertThat(GridTables.text(after.replace("'22:00', '07:00'", "null, null"), "2026-11-23T23:00:00+08:00"))
                .as("where there are none")
                .isEqualTo("23 23:00");
    }

    private static String state(TicketOnLog ticket) {
        return GridTables.text(
                "select state from notification where ticket_id = ? and matter = 'ASSIGNED'", ticket.id());
    }
}
