package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.dueForCallback;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Intake.AGENT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AnswerTest {

    private static final Map<String, ?> ANSWER = Map.of("answer", "供热期自十一月一日起", "knowledge", "KB-0712");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void theCitizensRatingClosesIt() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "answers", ANSWER).statusCode(201).body("state", equalTo("ANSWERED"));
        assertThat(dueForCallback()).contains(ticket.toString());

        awaitEvent(ticket, "ticket.answered");
        assertThat(onTheLog(ticket)).contains("KB-0712").doesNotContain("供热期");
        act(CITIZEN, ticket, "ratings", Map.of("contacted", true, "solved", true, "satisfaction", "SATISFIED"))
                .statusCode(201)
                .body("state", equalTo("CLOSED"));
        assertThat(dueForCallback()).doesNotContain(ticket.toString());
    }

    @Test
    void anAnswerThatDoesNotHelpIsTakenUpForDispatch() {
        UUID ticket = byPhone();
        act(AGENT, ticket, "answers", ANSWER).statusCode(201);
        RestOfMesh.calledBack(ticket, false, "no-" + ticket)
                .then()
                .statusCode(201)
                .body("state", equalTo("ANSWERED"));

        act(AGENT, ticket, "reopenings", Map.of("reason", "家里还是不热"))
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("round", equalTo(2));
    }

    @Test
    void aReferenceLeadsToNobody() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "answers", Map.of("answer", "x", "knowledge", "13812341234"))
                .statusCode(400)
                .body("errors[0].field", equalTo("knowledge"));
        act(AGENT, ticket, "answers", Map.of("answer", "x", "knowledge", "张三"))
                .statusCode(400)
                .body("errors[0].field", equalTo("knowledge"));
    }
}
