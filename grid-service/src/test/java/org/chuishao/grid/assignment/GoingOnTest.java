package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.assignment;
import static org.chuishao.grid.assignment.Hands.conflict;
import static org.chuishao.grid.assignment.Hands.dispatched;
import static org.chuishao.grid.assignment.Hands.phase;
import static org.chuishao.grid.log.Callers.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.chuishao.grid.log.RelayStop;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The ticket goes on while the worker has it, or thinks so. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class GoingOnTest {

    @Test
    void aWithdrawnTicketCannotBeSigned() {
        TicketOnLog ticket = dispatched("误报");
        String id = assignment(ticket, WORKER);
        ticket.write(Source.INTAKE, new Withdrawn("solved by itself"));
        await().until(() -> phase(id), is("ENDED"));
        act(id, "signatures", Map.of()).statusCode(409).body("state", is("WITHDRAWN"));
        as(WORKER).get("/api/v1/inbox").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void anActThatComesTooLateIsUndone() {
        TicketOnLog ticket = dispatched("树枝折断");
        String id = assignment(ticket, WORKER);
        await().until(() -> ticket.events("assignment.created"), hasSize(1));
        try (RelayStop relay = new RelayStop()) {
            act(id, "signatures", Map.of()).statusCode(201).body("phase", is("IN_PROGRESS"));
            ticket.write(Source.INTAKE, new Withdrawn("solved by itself"));
            await().until(() -> phase(id), is("ENDED"));
        }
        await().until(() -> as(WORKER).get("/api/v1/assignments/" + id).path("signedAt"), nullValue());
        as(WORKER)
                .get("/api/v1/assignments/" + id)
                .then()
                .body("phase", is("ENDED"))
                .body("endedAt", notNullValue());
        assertThat(ticket.events("assignment.signed")).hasSize(1);
    }

    @Test
    void anAssignmentWhoseTicketWasWithdrawnBeforeItCameToBeIsEnded() {
        TicketOnLog ticket = TicketOnLog.accepted("积水", GRID);
        String id;
        try (RelayStop relay = new RelayStop()) {
            ticket.dispatched(GRID, Severity.ORDINARY, TERRITORY);
            id = assignment(ticket, WORKER);
            ticket.write(Source.INTAKE, new Withdrawn("solved by itself"));
            await().until(() -> conflict(id));
        }
        await().until(() -> phase(id), is("ENDED"));
        act(id, "signatures", Map.of()).statusCode(409);
    }

    @Test
    void aReworkComesBackToTheSameUnitInANewRound() {
        TicketOnLog ticket = dispatched("楼顶漏水");
        String first = assignment(ticket, WORKER);
        act(first, "signatures", Map.of()).statusCode(201);
        act(first, "resolutions", Map.of("solved", true, "result", "已修")).statusCode(201);
        await().until(() -> ticket.events("assignment.resolved"), hasSize(1));
        ticket.write(Source.INTAKE, new Reviewed(true, null))
                .write(Source.INTAKE, new CalledBack(1, true, true, false, null, null))
                .write(Source.INTAKE, new ReworkOrdered(2, "unsolved"));

        await().until(
                        () -> as(WORKER)
                                .get("/api/v1/assignments?ticket=" + ticket.id())
                                .path("items.size()"),
                        is(2));
        Map<String, Object> second =
                as(WORKER).get("/api/v1/assignments?ticket=" + ticket.id()).path("items[0]");
        assertThat(second)
                .containsEntry("round", 2)
                .containsEntry("phase", "PENDING_SIGN")
                .containsEntry("unit", TERRITORY);
        act(first, "reports", Map.of("note", "迟到")).statusCode(409);
        act((String) second.get("id"), "signatures", Map.of()).statusCode(201).body("round", is(2));
    }

    @Test
    void aResultThatIsNotUpToStandardComesBack() {
        TicketOnLog ticket = dispatched("墙皮脱落");
        String id = assignment(ticket, WORKER);
        act(id, "signatures", Map.of()).statusCode(201);
        act(id, "resolutions", Map.of("solved", true, "result", "已看过")).statusCode(201);
        await().until(() -> ticket.events("assignment.resolved"), hasSize(1));
        ticket.write(Source.INTAKE, new Reviewed(false, null));
        await().until(() -> phase(id), is("IN_PROGRESS"));
        as(WORKER)
                .get("/api/v1/assignments/" + id)
                .then()
                .body("resolvedAt", nullValue())
                .body("solved", nullValue());
        act(id, "resolutions", Map.of("solved", true, "result", "已修好")).statusCode(201);
    }
}
