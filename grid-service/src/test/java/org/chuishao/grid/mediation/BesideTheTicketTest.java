package org.chuishao.grid.mediation;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.mediation.Mediating.*;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What becomes of the ticket neither ends a mediation nor lets it wait. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BesideTheTicketTest {

    @Test
    void whoWithdrewHisComplaintMayStillAgreeWithHisNeighbour() {
        TicketOnLog ticket = dispatched();
        String assignment = signed(ticket);
        String id = opened(assignment);
        ticket.write(Source.INTAKE, new Withdrawn("不再反映"));
        await().atMost(PATIENCE).until(() -> folded(ticket, "state"), is("WITHDRAWN"));
        step(MEDIATOR, id, "sessions", session()).statusCode(201);
        step(MEDIATOR, id, "outcome", agreement()).statusCode(201).body("revisitBy", notNullValue());
        step(WORKER, id, "revisits", Map.of("kept", true)).statusCode(201).body("phase", is("KEPT"));
        await().atMost(PATIENCE).until(() -> ticket.events("mediation.revisited"), hasSize(1));
        post(WORKER, PATH, opening(assignment)).statusCode(409);
    }

    @Test
    void whatIsReworkedKeepsItsAgreementAndMayHaveAnother() {
        TicketOnLog ticket = dispatched();
        String first = signed(ticket);
        String id = agreed(first);
        act(first, "resolutions", Map.of("solved", true, "result", "已调解")).statusCode(201);
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.resolved"), hasSize(1));
        ticket.write(Source.INTAKE, new Reviewed(true, null));
        ticket.write(Source.INTAKE, new CalledBack(1, true, true, false, null, null));
        ticket.write(Source.INTAKE, new ReworkOrdered(2, "unsolved"));
        String pending = "items.find { it.phase == 'PENDING_SIGN' }.id";
        String list = "/api/v1/assignments?ticket=" + ticket.id();
        await().atMost(PATIENCE).until(() -> as(WORKER).get(list).path(pending), notNullValue());
        String second = as(WORKER).get(list).path(pending);
        act(second, "signatures", Map.of()).statusCode(201);

        String other = opened(second);
        step(WORKER, id, "revisits", Map.of("kept", false)).statusCode(201).body("phase", is("MEDIATING"));
        step(WORKER, other, "sessions", session()).statusCode(201);
        as(WORKER).get(PATH + "?ticket=" + ticket.id()).then().body("items.id", contains(other, id));
    }
}
