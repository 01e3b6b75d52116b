package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.clock.Clocks.GRID;
import static org.chuishao.grid.clock.Clocks.over;
import static org.chuishao.grid.clock.Clocks.part;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Who is told when something is not done, up the ladder. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SupervisionTest {

    private static final Sealed WORDS = new Sealed("k1.AAAA");
    private static final String TOWN = "U-TERR-210102001";
    private static final String COUNTY = "U-TERR-210102";

    @Test
    void whoIsNotOnSiteAgainIsAnsweredForOneLevelHigher() {
        String community = "U-TERR-210102001005";
        update("update deadline set state = 'STOPPED' where unit = ? and act = 'ARRIVE'", community);
        TicketOnLog first = critical(community);
        over(first, "ARRIVE");
        assertThat(supervised(first)).contains("\"level\":1", "\"unit\":\"" + TOWN + "\"", "NOT_ON_SITE");
        TicketOnLog second = critical(community);
        over(second, "ARRIVE");
        assertThat(supervised(second)).contains("\"level\":2", "\"unit\":\"" + COUNTY + "\"", "NOT_ON_SITE");
        update("update deadline set due_at = due_at - interval '31 days' where unit = ? and act = 'ARRIVE'", community);
        TicketOnLog later = critical(community);
        over(later, "ARRIVE");
        assertThat(supervised(later)).contains("\"level\":1");
    }

    @Test
    void whatWasDoneAgainTwiceAndIsStillNotSolvedIsSupervisedOnce() {
        TicketOnLog ticket = Clocks.dispatched(Severity.ORDINARY);
        part(ticket);
        for (int round = 1; round <= 3; round++) {
            UUID part = partOf(ticket, round);
            ticket.write(Source.GRID, round, part, new AssignmentSigned());
            ticket.write(Source.GRID, round, part, new AssignmentResolved(true, WORDS, List.of()));
            ticket.write(Source.INTAKE, round, new Reviewed(true, null));
            ticket.write(Source.INTAKE, round, unsolved(1));
            if (round < 3) {
                assertThat(ticket.events("ticket.supervised")).isEmpty();
                ticket.write(Source.INTAKE, round, new ReworkOrdered(round + 1, "unsolved"));
            }
        }
        await().until(() -> ticket.events("ticket.supervised"), hasSize(1));
        assertThat(ticket.events("ticket.supervised").get(0).value())
                .contains("\"level\":1", "\"unit\":\"" + TOWN + "\"", "NOT_SOLVED_AGAIN");
        ticket.write(Source.INTAKE, 3, unsolved(2));
        ticket.write(Source.INTAKE, 3, missed("CALLBACK"));
        await().until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.supervised")).hasSize(1);
    }

    @Test
    void whatRoutingDoesNotDispatchIsHeldByTheCounty() {
        TicketOnLog ticket = TicketOnLog.accepted("井盖缺失", GRID);
        ticket.write(Source.ROUTING, missed("DISPATCH"));
        await().until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.escalated").get(0).value())
                .contains("\"from\":\"routing\"", "\"to\":\"" + COUNTY + "\"", "UNDISPATCHED");
    }

    @Test
    void whatWasDoneMeanwhileIsNotToldAndOwnClocksAreToldOnlyAsTheyFire() {
        TicketOnLog ticket = TicketOnLog.accepted("井盖松动", GRID);
        ticket.write(Source.ROUTING, missed("CONFERENCE"));
        ticket.write(Source.GRID, missed("DISPATCH"));
        ticket.write(Source.ROUTING, missed("DISPATCH"));
        await().until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.supervised")).isEmpty();
    }

    @Test
    void aDeskThatNobodyCalledAboutADangerIsToldAboveWhileItIsOne() {
        TicketOnLog ordinary = Clocks.dispatched(Severity.ORDINARY);
        ordinary.write(Source.ROUTING, missed("DESK_CALL"));
        TicketOnLog danger = critical("U-TERR-210102001007");
        danger.write(Source.ROUTING, missed("DESK_CALL"));
        await().until(() -> danger.events("ticket.escalated"), hasSize(1));
        assertThat(danger.events("ticket.escalated").get(0).value())
                .contains("\"from\":\"routing\"", "\"to\":\"" + TOWN + "\"", "DESK_NOT_CALLED");
        assertThat(ordinary.events("ticket.escalated")).isEmpty();
    }

    @Test
    void whatTheGridDoesNotLookAtIsToldToItsCommunity() {
        TicketOnLog ticket = TicketOnLog.accepted("占道经营", GRID);
        ticket.write(Source.ROUTING, new VerificationRequested(GRID, WORDS));
        await().until(() -> clocks(ticket), is("VERIFY RUNNING"));
        over(ticket, "VERIFY");
        await().until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.escalated").get(0).value())
                .contains("\"to\":\"" + Clocks.TERRITORY + "\"", "UNVERIFIED");
    }

    private static String clocks(TicketOnLog ticket) {
        return text("select string_agg(act || ' ' || state, ' ') from deadline where ticket_id = ?", ticket.id());
    }

    private static TicketOnLog critical(String community) {
        TicketOnLog ticket = TicketOnLog.accepted("电线坠落", community.substring(7))
                .dispatched(community.substring(7), Severity.CRITICAL, community);
        await().until(
                        () -> text("select count(*) from deadline where ticket_id = ? and act = 'ARRIVE'", ticket.id()),
                        is("1"));
        return ticket;
    }

    private static String supervised(TicketOnLog ticket) {
        await().until(() -> ticket.events("ticket.supervised"), hasSize(1));
        return ticket.events("ticket.supervised").get(0).value();
    }

    private static UUID partOf(TicketOnLog ticket, int round) {
        String sql = "select coalesce(max(id::text), '') from assignment where ticket_id = ? and round = ?";
        await().until(() -> !text(sql, ticket.id(), round).isEmpty());
        await().until(() -> ticket.events("assignment.created"), hasSize(round));
        return UUID.fromString(text(sql, ticket.id(), round));
    }

    private static EventData unsolved(int attempt) {
        return new CalledBack(attempt, true, true, false, null, null);
    }

    private static EventData missed(String act) {
        return new DeadlineMissed(UUID.randomUUID(), act, Instant.now());
    }
}
