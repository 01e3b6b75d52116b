package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.clock.Clocks.act;
import static org.chuishao.grid.clock.Clocks.dispatched;
import static org.chuishao.grid.clock.Clocks.due;
import static org.chuishao.grid.clock.Clocks.signed;
import static org.chuishao.grid.log.GridTables.text;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.IntakeEvent.Promised;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The clocks of units follow the level of the matter. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LevelsTest {

    @Test
    void whatTurnsOutToBePressingHasTheShorterLimitsAndWhatTheyWereIsKept() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        signed(ticket);
        Instant before = due(ticket, "RESOLVE");
        ticket.write(Source.ROUTING, classified(Severity.URGENT));
        await().until(() -> due(ticket, "RESOLVE"), not(is(before)));
        assertThat(due(ticket, "RESOLVE"))
                .isBetween(
                        Instant.now().plus(1420, ChronoUnit.MINUTES),
                        Instant.now().plus(24, ChronoUnit.HOURS));
        assertThat(rows(ticket)).isEqualTo("CONTACT contact-urgent@1 0, RESOLVE resolve-urgent@1 0");
        assertThat(text(
                        "select c.reason from deadline_change c join deadline d on d.id = c.deadline_id"
                                + " where d.ticket_id = ? and d.act = 'RESOLVE' and c.old_due_at = ?::timestamptz",
                        ticket.id(),
                        before.toString()))
                .isEqualTo("another level");
    }

    @Test
    void whatTurnsOutToBeLessPressingKeepsItsLimits() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        signed(ticket);
        Instant before = due(ticket, "RESOLVE");
        ticket.write(Source.ROUTING, classified(Severity.ORDINARY));
        await().until(
                        () -> text("select state ->> 'severity' from ticket_fold where ticket_id = ?", ticket.id()),
                        is("ORDINARY"));
        assertThat(due(ticket, "RESOLVE")).isEqualTo(before);
    }

    @Test
    void whatIsPromisedIsDueWhenItWasPromisedAndTheCitizenIsContactedEveryMonth() {
        TicketOnLog ticket = dispatched(Severity.ORDINARY);
        String id = signed(ticket);
        act(Clocks.WORKER, id, "contacts", Map.of("reached", true)).statusCode(201);
        Instant before = due(ticket, "RESOLVE");
        Instant until = Instant.now().plus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        ticket.write(Source.INTAKE, new Promised(until, List.of()));
        await().until(() -> due(ticket, "RESOLVE"), is(until));
        assertThat(text(
                        "select c.reason from deadline_change c join deadline d on d.id = c.deadline_id"
                                + " where d.ticket_id = ? and c.old_due_at = ?::timestamptz",
                        ticket.id(),
                        before.toString()))
                .isEqualTo("promised");
        await().until(() -> contacts(ticket), is("RUNNING STOPPED"));
        act(Clocks.WORKER, id, "contacts", Map.of("reached", true)).statusCode(201);
        assertThat(contacts(ticket)).isEqualTo("RUNNING STOPPED STOPPED");
        assertThat(text(
                        "select (due_at > app_now() + interval '27 days')::text from deadline"
                                + " where ticket_id = ? and act = 'CONTACT' and state = 'RUNNING'",
                        ticket.id()))
                .isEqualTo("true");
    }

    private static TicketClassified classified(Severity severity) {
        return new TicketClassified(severity, "heating.cold", 0.9, "test", Clocks.GRID, List.of());
    }

    private static String contacts(TicketOnLog ticket) {
        return text(
                "select string_agg(state, ' ' order by state) from deadline where ticket_id = ? and act = 'CONTACT'",
                ticket.id());
    }

    private static String rows(TicketOnLog ticket) {
        return text(
                "select string_agg(act || ' ' || rule || ' ' || band, ', ' order by act) from deadline"
                        + " where ticket_id = ? and state in ('RUNNING', 'APPROACHING')",
                ticket.id());
    }
}
