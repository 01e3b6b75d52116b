package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Acts.seen;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.RestOfMesh.ITEMS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written beside a ticket's way: secrecy, corrections, exclusions from the rates, promises. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class NotesTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void aTicketIsSecretFromTheCommandOnAndUntilItIsTakenBack() {
        UUID ticket = byPhone();
        seen(ticket).body("caller", notNullValue()).body("secret", equalTo(false));

        act(AGENT, ticket, "secrecy", Map.of("secret", true, "reason", "怕邻居报复"))
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"));
        seen(ticket).body("caller", nullValue()).body("secret", equalTo(true));
        awaitEvent(ticket, "ticket.secrecy-changed");
        seen(ticket).body("caller", nullValue()).body("secret", equalTo(true));
        assertThat(onTheLog(ticket)).doesNotContain("报复");

        act(REVIEWER, ticket, "secrecy", Map.of("secret", false, "reason", "本人同意公开"))
                .statusCode(201);
        seen(ticket).body("secret", equalTo(false)).body("caller", notNullValue());
        UUID own = byWeb();
        act(CITIZEN, own, "secrecy", Map.of("secret", true, "reason", "请保密")).statusCode(201);
        act(AGENT, own, "secrecy", Map.of("reason", "x")).statusCode(400).body("errors[0].field", equalTo("secret"));
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        UUID ticket = byPhone();
        String received = as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .extract()
                .path("items[0].id");

        act(AGENT, ticket, "corrections", Map.of("event", received, "words", "是三号楼，不是二号楼"))
                .statusCode(201);
        awaitEvent(ticket, "ticket.corrected");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(ITEMS + "[0].data.title", equalTo("暖气不热"))
                .body(ITEMS + "[2].data.event", equalTo(received))
                .body(ITEMS + "[2].data.words", equalTo("是三号楼，不是二号楼"));
        act(AGENT, byPhone(), "corrections", Map.of("event", received, "words", "x"))
                .statusCode(400)
                .body("errors[0].field", equalTo("event"));
        act(CITIZEN, ticket, "corrections", Map.of("event", received, "words", "x"))
                .statusCode(403);
    }

    @Test
    void anExclusionIsDecidedByAReviewerWithItsGround() {
        UUID ticket = byPhone();
        act(AGENT, ticket, "exclusions", Map.of("granted", true, "ground", "x")).statusCode(403);
        act(REVIEWER, ticket, "exclusions", Map.of("granted", true)).statusCode(400);
        act(REVIEWER, ticket, "exclusions", Map.of("granted", true, "ground", "诉求超出政策规定"))
                .statusCode(201);
        awaitEvent(ticket, "ticket.exclusion-decided");
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(ITEMS + "[2].data.granted", equalTo(true))
                .body(ITEMS + "[2].data.ground", equalTo("诉求超出政策规定"));
    }

    @Test
    void aPromiseRunsForNineMonthsAtMost() {
        UUID ticket = byPhone();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8));
        act(REVIEWER, ticket, "promises", promise(now.plusMonths(3)))
                .statusCode(409)
                .body("state", equalTo("PENDING_DISPATCH"));
        RestOfMesh.handled(ticket);

        act(REVIEWER, ticket, "promises", promise(now.plusMonths(9).plusDays(1)))
                .statusCode(400)
                .body("errors[0].field", equalTo("until"));
        act(REVIEWER, ticket, "promises", promise(now.minusMinutes(1))).statusCode(400);
        act(REVIEWER, ticket, "promises", Map.of("until", now.plusMonths(1).toString(), "milestones", List.of()))
                .statusCode(400);
        act(REVIEWER, ticket, "promises", promise(now.plusMonths(9).minusDays(1)))
                .statusCode(201);
        awaitEvent(ticket, "ticket.promised");
        seen(ticket).body("severity", equalTo("PROMISED"));
        assertThat(onTheLog(ticket)).doesNotContain("换管");
    }

    private static Map<String, ?> promise(OffsetDateTime until) {
        return Map.of("until", until.toString(), "milestones", List.of("三月前完成勘测", "六月前换管"));
    }
}
