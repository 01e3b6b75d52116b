package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.clock.Clocks.act;
import static org.chuishao.grid.clock.Clocks.ask;
import static org.chuishao.grid.clock.Clocks.dispatched;
import static org.chuishao.grid.clock.Clocks.due;
import static org.chuishao.grid.clock.Clocks.grant;
import static org.chuishao.grid.clock.Clocks.over;
import static org.chuishao.grid.clock.Clocks.resume;
import static org.chuishao.grid.clock.Clocks.signed;
import static org.chuishao.grid.clock.Clocks.states;
import static org.chuishao.grid.clock.Clocks.suspend;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.RelayStop;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.DispatchEvent.Disputed;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What a command does to the clocks of a part counts from its commit, unless the log does not take it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MovedClocksTest {

    private static final Instant IN_NINE_DAYS =
            Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void aSuspensionStopsTheUnitsClocksWithItsCommitAlthoughTheLogIsAway() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        Instant due = due(ticket, "RESOLVE");
        try (RelayStop away = new RelayStop()) {
            suspend(id, IN_NINE_DAYS);
            assertThat(states(ticket))
                    .containsEntry("RESOLVE", "PAUSED")
                    .containsEntry("CONTACT", "PAUSED")
                    .containsEntry("SUSPENSION", "RUNNING");
            as(Clocks.SUPERVISOR)
                    .get("/api/v1/deadlines?state=PAUSED&ticket=" + ticket.id())
                    .then()
                    .body("items.pausedAt", everyItem(notNullValue()));
            resume(id);
            assertThat(states(ticket))
                    .containsEntry("RESOLVE", "RUNNING")
                    .containsEntry("CONTACT", "RUNNING")
                    .containsEntry("SUSPENSION", "STOPPED");
        }
        await().until(() -> ticket.events("assignment.resumed"), hasSize(1));
        assertThat(due(ticket, "RESOLVE")).isBetween(due, due.plus(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatIsSuspendedStaysSoWhenItIsReadBackAndIsNotMissed() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        suspend(id, IN_NINE_DAYS);
        update("update deadline set due_at = app_now() where ticket_id = ? and act = 'RESOLVE'", ticket.id());
        act(Clocks.WORKER, id, "reports", Map.of("note", "等天气")).statusCode(201);
        await().until(() -> ticket.events("assignment.reported"), hasSize(1));
        await().until(() -> text("select count(*) from pending_event where ticket_id = ?", ticket.id()), is("0"));
        assertThat(states(ticket)).containsEntry("RESOLVE", "PAUSED");
        assertThat(ticket.events("deadline.missed")).isEmpty();
    }

    @Test
    void aSuspensionThatTheLogDidNotTakeIsUndoneAndTheClockGoesOnToItsEnd() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        Instant due = due(ticket, "RESOLVE");
        try (RelayStop away = new RelayStop()) {
            suspend(id, IN_NINE_DAYS);
            disputed(ticket);
        }
        await().until(() -> states(ticket).get("RESOLVE"), is("RUNNING"));
        await().until(() -> states(ticket).get("SUSPENSION"), is("ANNULLED"));
        assertThat(due(ticket, "RESOLVE")).isEqualTo(due);
    }

    @Test
    void anExtensionMovesTheEndWithItsCommitAndIsUndoneWhereTheLogDidNotTakeIt() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        Instant due = due(ticket, "RESOLVE");
        Instant until = due.plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        ask(id, until);
        await().until(() -> ticket.events("assignment.extension-requested"), hasSize(1));
        try (RelayStop away = new RelayStop()) {
            grant(id, until);
            assertThat(due(ticket, "RESOLVE")).isEqualTo(until);
            disputed(ticket);
        }
        await().until(() -> due(ticket, "RESOLVE"), is(due));
        assertThat(text(
                        "select string_agg(c.reason, ' ' order by c.n) from deadline_change c join deadline d"
                                + " on d.id = c.deadline_id where d.ticket_id = ?",
                        ticket.id()))
                .isEqualTo("extended undone");
    }

    @Test
    void anExtensionOfWhatIsSuspendedIsAddedToWhatIsLeft() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        String id = signed(ticket);
        Instant due = due(ticket, "RESOLVE");
        Instant until = due.plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        ask(id, until);
        suspend(id, IN_NINE_DAYS);
        grant(id, until);
        assertThat(states(ticket)).containsEntry("RESOLVE", "PAUSED");
        // it stands for two hours, so that its end lies two hours later
        update(
                "update deadline set paused_at = paused_at - interval '2 hours' where ticket_id = ? and state = 'PAUSED'",
                ticket.id());
        resume(id);
        assertThat(due(ticket, "RESOLVE")).isCloseTo(until.plus(2, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
        await().until(() -> ticket.events("assignment.resumed"), hasSize(1));
        assertThat(states(ticket)).containsEntry("RESOLVE", "RUNNING");
    }

    @Test
    void aResultThatTheLogDidNotTakeIsStillOwed() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        try (RelayStop away = new RelayStop()) {
            act(Clocks.WORKER, id, "resolutions", Map.of("solved", true, "result", "已修"))
                    .statusCode(201);
            assertThat(states(ticket)).containsEntry("RESOLVE", "STOPPED");
            disputed(ticket);
        }
        await().until(() -> states(ticket).get("RESOLVE"), is("RUNNING"));
    }

    @Test
    void whatEndedBeforeItWasSuspendedIsMissed() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        over(ticket, "RESOLVE");
        suspend(id, IN_NINE_DAYS);
        await().until(() -> states(ticket).get("RESOLVE"), is("MISSED"));
    }

    /** Seen by the service before the relay goes on. */
    private static void disputed(TicketOnLog ticket) {
        ticket.write(Source.ROUTING, new Disputed(new Sealed("k1.AAAA"), List.of(Clocks.TERRITORY)));
        await().until(
                        () -> text("select state ->> 'state' from ticket_fold where ticket_id = ?", ticket.id()),
                        is("DISPUTED"));
    }
}
