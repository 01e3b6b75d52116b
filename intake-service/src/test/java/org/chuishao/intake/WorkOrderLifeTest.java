package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.RestOfMesh.assigned;
import static org.chuishao.intake.RestOfMesh.calledBack;
import static org.chuishao.intake.RestOfMesh.dispatched;
import static org.chuishao.intake.RestOfMesh.handledAgain;
import static org.chuishao.intake.RestOfMesh.resolved;
import static org.chuishao.intake.RestOfMesh.reviewed;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A ticket's longest way through intake; the test plays routing and grid on the log. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WorkOrderLifeTest {

    @Test
    void fromAnUnclearComplaintToThePeaceOfItsCitizen() {
        Intake.ready();
        UUID ticket = byWeb();
        act(AGENT, ticket, "info-requests", Map.of("missing", List.of("PLACE"))).statusCode(201);
        act(CITIZEN, ticket, "supplements", Map.of("content", "三号楼")).statusCode(201);
        act(AGENT, ticket, "acceptances", Map.of()).statusCode(201);
        dispatched(ticket, 1, 4);
        resolved(ticket, 1, assigned(ticket, 1, 5), 6);
        Intake.awaitState(ticket, "PENDING_REVIEW");
        reviewed(ticket);
        calledBack(ticket, false, "no-" + ticket).then().statusCode(201).body("state", equalTo("REWORK"));
        handledAgain(ticket);
        reviewed(ticket);
        calledBack(ticket, true, "yes-" + ticket).then().statusCode(201).body("state", equalTo("CLOSED"));
        act(CITIZEN, ticket, "reopenings", Map.of("reason", "又不热了"))
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("round", equalTo(3));
        act(AGENT, ticket, "answers", Map.of("answer", "该楼今日检修，晚八点恢复")).statusCode(201);
        act(CITIZEN, ticket, "ratings", Map.of("contacted", true, "solved", true, "satisfaction", "VERY_SATISFIED"))
                .statusCode(201)
                .body("state", equalTo("CLOSED"));
        act(REVIEWER, ticket, "exclusions", Map.of("granted", false, "ground", "诉求合理"))
                .statusCode(201);

        awaitEvent(ticket, "ticket.exclusion-decided");
        assertThat(timeline(ticket))
                .containsExactly(
                        "ticket.received",
                        "ticket.info-requested",
                        "ticket.supplemented",
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
                        "ticket.closed",
                        "ticket.reopened",
                        "ticket.answered",
                        "ticket.called-back",
                        "ticket.closed",
                        "ticket.exclusion-decided");
        as(AGENT).get(TICKETS + "/" + ticket + "/timeline").then().body("items.findAll { it.late }.size()", equalTo(0));
    }
}
