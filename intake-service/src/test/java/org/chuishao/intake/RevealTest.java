package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.RestOfMesh.UNIT;
import static org.chuishao.intake.RestOfMesh.WORKER;
import static org.chuishao.intake.RestOfMesh.assigned;
import static org.chuishao.intake.RestOfMesh.dispatched;
import static org.chuishao.intake.RestOfMesh.resolved;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RevealTest {

    private static final Bearer OF_THE_UNIT = Bearer.of("unit").unit(UNIT);
    private static final Bearer THE_WORKER = Bearer.of("grid-worker").worker(WORKER);

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whoeverHasItInHandLearnsWhomToContactAndIsWrittenDown() {
        UUID ticket = submitted(complaint());
        dispatched(ticket, 1, 2);
        UUID assignment = assigned(ticket, 1, 3);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 4);

        reveal(OF_THE_UNIT, ticket).then().statusCode(200).body("phone", equalTo("13812341234"));
        reveal(THE_WORKER, ticket).then().statusCode(200).body("name", equalTo("张三丰"));
        reveal(Bearer.of("unit").unit("U-ANOTHER"), ticket).then().statusCode(404);
        reveal(Bearer.of("grid-worker").worker("W-2"), ticket).then().statusCode(404);

        as(Bearer.of("auditor").regions("21"))
                .get(TICKETS + "/" + ticket + "/reveals")
                .then()
                .statusCode(200)
                .body("items.role", equalTo(List.of("unit", "grid-worker")))
                .body("items[0].unit", equalTo(UNIT))
                .body("items.reason", equalTo(List.of("先行联系", "先行联系")));

        resolved(ticket, 1, assignment, 4);
        Intake.awaitState(ticket, "PENDING_REVIEW");
        reveal(OF_THE_UNIT, ticket).then().statusCode(403).contentType("application/problem+json");
        reveal(THE_WORKER, ticket).then().statusCode(404);
    }

    @Test
    void aSecretTicketsCallerStaysWithTheHotline() {
        Map<String, Object> secret = complaint();
        secret.put("secret", true);
        UUID ticket = submitted(secret);
        dispatched(ticket, 1, 2);
        assigned(ticket, 1, 3);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 4);

        reveal(OF_THE_UNIT, ticket).then().statusCode(403);
        reveal(THE_WORKER, ticket).then().statusCode(403);
        reveal(AGENT, ticket).then().statusCode(200);
        as(Bearer.of("auditor").regions("21"))
                .get(TICKETS + "/" + ticket + "/reveals")
                .then()
                .body("items", hasSize(1));
        as(OF_THE_UNIT).get(TICKETS + "/" + ticket + "/reveals").then().statusCode(403);
    }

    private static Response reveal(Bearer by, UUID ticket) {
        return as(by).body(Map.of("reason", "先行联系")).post(TICKETS + "/" + ticket + "/reveals");
    }
}
