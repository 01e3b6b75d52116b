package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.OF_DALIAN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.RestOfMesh.calledBack;
import static org.chuishao.intake.RestOfMesh.handledAgain;
import static org.chuishao.intake.RestOfMesh.reviewed;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endings otherwise than solved. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClosureTest {

    private static final Map<String, ?> POLICY = explained("POLICY");
    private static final Map<String, ?> UNREASONABLE = explained("UNREASONABLE");
    private static final Map<String, ?> PROMISED = Map.of("ground", "PROMISED", "words", "六月前换管，每月告知进度");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatIsUnsolvedAfterTheLastReworkIsExplainedByAReviewer() {
        UUID ticket = reviewedOnce();
        act(REVIEWER, ticket, "closures", POLICY)
                .statusCode(409)
                .body("state", equalTo("PENDING_CALLBACK"))
                .body("detail", containsString("has not been heard"))
                .body("allowed", hasItem("ticket.called-back"));
        for (int round = 2; round <= 3; round++) {
            calledBack(ticket, false, "no-" + round + ticket).then().body("state", equalTo("REWORK"));
            handledAgain(ticket, round);
            reviewed(ticket);
        }
        calledBack(ticket, false, "no-4" + ticket)
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING_CALLBACK"))
                .body("round", equalTo(3));

        act(AGENT, ticket, "closures", POLICY).statusCode(403);
        act(CITIZEN, ticket, "closures", POLICY).statusCode(403);
        act(OF_DALIAN, ticket, "closures", PROMISED).statusCode(404);
        act(REVIEWER, ticket, "closures", POLICY).statusCode(201).body("state", equalTo("CLOSED"));
        awaitEvent(ticket, "ticket.closed");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items.find { it.type == 'ticket.closed' }.data.ground", equalTo("EXPLAINED"))
                .body("items.find { it.type == 'ticket.closed' }.data.cause", equalTo("POLICY"))
                .body("items.find { it.type == 'ticket.closed' }.data.words", equalTo("政策所限，已当面解释"));
        assertThat(onTheLog(ticket)).doesNotContain("当面解释");
    }

    @Test
    void anUnreasonableDemandNeedsAnExclusionThatStands() {
        UUID ticket = reviewedOnce();
        act(REVIEWER, ticket, "closures", UNREASONABLE)
                .statusCode(409)
                .body("detail", containsString("no exclusion was granted"));
        act(REVIEWER, ticket, "exclusions", exclusion(true)).statusCode(201);
        act(REVIEWER, ticket, "exclusions", exclusion(false)).statusCode(201);
        act(REVIEWER, ticket, "closures", UNREASONABLE).statusCode(409);
        act(REVIEWER, ticket, "exclusions", exclusion(true)).statusCode(201);
        act(REVIEWER, ticket, "closures", UNREASONABLE).statusCode(201).body("state", equalTo("CLOSED"));

        act(AGENT, ticket, "reopenings", Map.of("reason", "仍有异议")).statusCode(201);
        act(AGENT, ticket, "answers", Map.of("answer", "同前")).statusCode(201);
        act(REVIEWER, ticket, "closures", UNREASONABLE).statusCode(409);
    }

    @Test
    void whatIsPromisedIsClosedWhileThePromiseStands() throws SQLException {
        UUID ticket = reviewedOnce();
        act(AGENT, ticket, "closures", PROMISED).statusCode(409).body("detail", containsString("no promise stands"));
        act(
                        REVIEWER,
                        ticket,
                        "promises",
                        Map.of(
                                "until",
                                OffsetDateTime.now().plusMonths(6).toString(),
                                "milestones",
                                List.of("勘测", "换管")))
                .statusCode(201);
        act(AGENT, ticket, "closures", PROMISED).statusCode(201).body("state", equalTo("CLOSED"));

        Clocks.awaitClock(ticket, "REOPEN_WINDOW RUNNING");
        assertThat(Clocks.say(
                        ticket,
                        "REOPEN_WINDOW",
                        "started_at = (select until from closing_ground g where g.ticket_id = d.ticket_id)"
                                + " and due_at = started_at + interval '15 days'"))
                .as("archived only when the promise has been over for as long as any other ticket waits")
                .isEqualTo("t");
    }

    @Test
    void onlyWhatWaitsForTheCitizensWordIsClosedSoAndOnlyWithItsCause() {
        UUID ticket = byWeb();
        act(REVIEWER, ticket, "exclusions", exclusion(true)).statusCode(201);
        act(REVIEWER, ticket, "closures", UNREASONABLE)
                .statusCode(409)
                .body("state", equalTo("RECEIVED"))
                .body("allowed", hasItem("ticket.accepted"));
        act(REVIEWER, ticket, "closures", Map.of("ground", "EXPLAINED", "words", "x"))
                .statusCode(400)
                .body("errors[0].field", equalTo("cause"));
        act(REVIEWER, ticket, "closures", Map.of("ground", "PROMISED", "cause", "POLICY", "words", "x"))
                .statusCode(400);
        act(REVIEWER, ticket, "closures", Map.of("ground", "SOLVED", "words", "x"))
                .statusCode(400);
    }

    @Test
    void dissatisfiedWithGroundSendsBackWhatWasSolved() {
        UUID ticket = reviewedOnce();
        act(AGENT, ticket, "callbacks", verdict("VERY_SATISFIED", "x"))
                .statusCode(400)
                .body("errors[0].field", equalTo("withGround"));
        act(AGENT, ticket, "callbacks", verdict("NOT_SATISFIED", " "))
                .statusCode(400)
                .body("errors[0].field", equalTo("words"));
        act(AGENT, ticket, "callbacks", verdict("NOT_SATISFIED", "修好了，但弄坏了门锁"))
                .statusCode(201)
                .body("state", equalTo("REWORK"));
        awaitEvent(ticket, "ticket.rework-ordered");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body("items.find { it.type == 'ticket.rework-ordered' }.data.ground", equalTo("DISSATISFIED"));
    }

    private static UUID reviewedOnce() {
        UUID ticket = byPhone();
        RestOfMesh.handled(ticket);
        reviewed(ticket);
        return ticket;
    }

    private static Map<String, ?> explained(String cause) {
        return Map.of("ground", "EXPLAINED", "cause", cause, "words", "政策所限，已当面解释");
    }

    private static Map<String, ?> exclusion(boolean granted) {
        return Map.of("granted", granted, "ground", "诉求超出政策规定");
    }

    private static Map<String, ?> verdict(String satisfaction, String words) {
        return Map.of(
                "reached",
                true,
                "contacted",
                true,
                "solved",
                true,
                "satisfaction",
                satisfaction,
                "words",
                words,
                "withGround",
                true);
    }
}
