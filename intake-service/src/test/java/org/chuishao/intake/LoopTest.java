package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.Intake.write;
import static org.chuishao.intake.RestOfMesh.ITEMS;
import static org.chuishao.intake.RestOfMesh.SEALER;
import static org.chuishao.intake.RestOfMesh.UNIT;
import static org.chuishao.intake.RestOfMesh.calledBack;
import static org.chuishao.intake.RestOfMesh.handled;
import static org.chuishao.intake.RestOfMesh.handledAgain;
import static org.chuishao.intake.RestOfMesh.reviewed;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intake's half of a ticket's life; the test plays routing and grid on the log. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LoopTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void fromTheCallToTheCitizensWord() throws SQLException {
        UUID ticket = submitted(complaint());
        handled(ticket);
        as(Bearer.of("unit").unit(UNIT))
                .get(TICKETS + "/" + ticket)
                .then()
                .statusCode(200)
                .body("caller", nullValue())
                .body("place.text", nullValue())
                .body("call", nullValue())
                .body("leadUnit", equalTo(UNIT));

        reviewed(ticket);
        calledBack(ticket, false, "no-" + ticket)
                .then()
                .statusCode(201)
                .body("state", equalTo("REWORK"))
                .body("round", equalTo(2));
        handledAgain(ticket);
        reviewed(ticket);
        calledBack(ticket, true, "yes-" + ticket).then().statusCode(201).body("state", equalTo("CLOSED"));

        await().atMost(PATIENCE).until(() -> timeline(ticket).contains("ticket.closed"));
        assertThat(timeline(ticket))
                .containsExactly(
                        "ticket.received",
                        "ticket.accepted",
                        "ticket.dispatched",
                        "assignment.created",
                        "assignment.signed",
                        "assignment.resolved",
                        "ticket.reviewed",
                        "ticket.called-back",
                        "ticket.rework-ordered",
                        "assignment.created",
                        "assignment.signed",
                        "assignment.resolved",
                        "ticket.reviewed",
                        "ticket.called-back",
                        "ticket.closed");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(ITEMS + "[0].data.title", equalTo("暖气不热"))
                .body(ITEMS + "[0].data.callerHash", nullValue())
                .body(ITEMS + "[0].data.place.text", nullValue())
                .body(ITEMS + "[5].data.result", equalTo("修好了"))
                .body("items.findAll { it.late }.size()", equalTo(0));
        assertThat(see("reader", "select closed_at is not null from ticket where id = '" + ticket + "'"))
                .containsExactly("t");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/callbacks")
                .then()
                .statusCode(200)
                .body("items.solved", equalTo(List.of(false, true)))
                .body("items.round", equalTo(List.of(1, 2)))
                .body("items[0].words", equalTo("谢谢"))
                .body("items.annulled", equalTo(List.of(false, false)));
        assertThat(see("reader", "select solved from callback where ticket_id = '" + ticket + "' order by at"))
                .containsExactly("f", "t");
    }

    @Test
    void whatAWorkerFoundOnPatrolBecomesATicketWithANumber() {
        UUID ticket = Ids.next();
        Place place = new Place(null, COMMUNITY, 123.4, 41.8, Place.Crs.WGS84);
        write(
                ticket,
                Source.GRID,
                1,
                null,
                0,
                new GridReported(
                        SEALER.seal("井盖缺失"), SEALER.seal("路口井盖没了"), place, COMMUNITY + "101", List.of(), true));

        await().atMost(PATIENCE)
                .until(() -> as(AGENT).get(TICKETS + "/" + ticket).statusCode() == 200);
        as(AGENT)
                .get(TICKETS + "/" + ticket)
                .then()
                .body("channel", equalTo("GRID"))
                .body("title", equalTo("井盖缺失"))
                .body("state", equalTo("PENDING_REVIEW"))
                .body("number.length()", equalTo(16));
    }
}
