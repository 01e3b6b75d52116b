package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.DISPATCHES;
import static org.chuishao.routing.dispatch.Waiting.awaitQueued;
import static org.chuishao.routing.dispatch.Waiting.request;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.Unmerged;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.ClockRows;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** How long a ticket stands before a dispatcher. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DispatchClockTest {

    private static final Sealed WORDS = new Sealed("k1.AAAA");

    @Test
    void what_the_rules_dispatch_as_they_read_it_starts_no_clock() {
        TicketOnLog ticket = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        ticket.write(Source.INTAKE, new Withdrawn("over"));
        awaitReadToHere();

        assertThat(ClockRows.of(ticket)).isEmpty();
        assertThat(ticket.events("deadline.armed")).isEmpty();
        assertThat(ticket.events("deadline.annulled")).isEmpty();
    }

    @Test
    void what_waits_for_a_dispatcher_has_two_hours_and_his_dispatch_stops_them() {
        TicketOnLog ticket = Waiting.report();
        await().until(() -> ticket.events("deadline.armed"), hasSize(1));
        assertThat(ticket.events("deadline.armed").get(0).path("act").asText()).isEqualTo("DISPATCH");
        assertThat(ClockRows.limit(ticket, "DISPATCH")).isEqualTo(Duration.ofHours(2));

        as(dispatcher("210102"))
                .body(request(ticket, "U-TERR-210102001", List.of()))
                .post(DISPATCHES)
                .then()
                .statusCode(201);

        assertThat(ClockRows.of(ticket)).containsExactly("DISPATCH STOPPED");
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        awaitReadToHere();
        assertThat(ClockRows.of(ticket)).containsExactly("DISPATCH STOPPED");
        assertThat(ticket.events("deadline.annulled")).isEmpty();
    }

    @Test
    void what_is_urgent_has_ten_minutes() {
        TicketOnLog ticket = TicketOnLog.accepted("举报小区停水", "全楼停水两天", Kind.REPORT, COMMUNITY);
        awaitQueued(ticket);

        assertThat(ClockRows.limit(ticket, "DISPATCH")).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void what_the_citizen_takes_back_waits_for_no_dispatcher() {
        TicketOnLog ticket = Waiting.report();

        ticket.write(Source.INTAKE, new Withdrawn("over"));

        await().until(() -> ClockRows.of(ticket), contains("DISPATCH ANNULLED"));
        await().until(() -> ticket.events("deadline.annulled"), hasSize(1));
    }

    @Test
    void what_comes_back_from_the_grid_or_a_merge_or_is_reopened_waits_anew() {
        TicketOnLog ticket = Waiting.report();
        as(dispatcher("210102"))
                .body(Map.of("question", "是否占道"))
                .post("/api/v1/dispatch-queue/" + ticket.id() + "/verification")
                .then()
                .statusCode(201);
        assertThat(ClockRows.of(ticket)).containsExactly("DISPATCH STOPPED");
        await().until(() -> ticket.events("ticket.verification-requested"), hasSize(1));

        ticket.write(Source.GRID, new PlaceVerified(true, COMMUNITY, null, List.of("photo-1")));
        await().until(() -> ClockRows.of(ticket), contains("DISPATCH STOPPED", "DISPATCH RUNNING"));

        ticket.write(Source.INTAKE, new Merged(Ids.next(), WORDS));
        await().until(() -> ClockRows.of(ticket), contains("DISPATCH STOPPED", "DISPATCH ANNULLED"));
        ticket.write(Source.INTAKE, new Unmerged(WORDS));
        await().until(() -> running(ticket), hasSize(1));

        ticket.write(Source.INTAKE, new Answered(WORDS, null));
        await().until(() -> running(ticket), hasSize(0));
        ticket.write(Source.INTAKE, new Reopened(2, WORDS));
        await().until(() -> running(ticket), hasSize(1));
    }

    private static List<String> running(TicketOnLog ticket) {
        return ClockRows.of(ticket).stream().filter("DISPATCH RUNNING"::equals).toList();
    }

    /** What was written before this has been read. */
    private static void awaitReadToHere() {
        Waiting.report();
    }
}
