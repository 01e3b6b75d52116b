package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.RestOfMesh.UNIT;
import static org.chuishao.intake.RestOfMesh.WORKER;
import static org.chuishao.intake.RestOfMesh.assigned;
import static org.chuishao.intake.RestOfMesh.dispatched;
import static org.chuishao.intake.RestOfMesh.resolved;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
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

    @Test
    void aRepeatedCallIsOneLook() throws SQLException {
        UUID ticket = submitted(complaint());
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 3; i++) {
            reveal(ticket, key, "先行联系").then().statusCode(200).body("phone", equalTo("13812341234"));
        }
        assertThat(looks(ticket)).containsExactly("1", "1");
        reveal(ticket, key, "另一个理由")
                .then()
                .statusCode(422)
                .body("phone", nullValue())
                .body("errors[0].field", equalTo("Idempotency-Key"));
        as(AGENT)
                .body(Map.of("reason", "先行联系"))
                .post(TICKETS + "/" + ticket + "/reveals")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
        assertThat(looks(ticket)).containsExactly("1", "1");

        reveal(AGENT, ticket).then().statusCode(200);
        assertThat(looks(ticket)).containsExactly("2", "2");
        assertThat(see("reader", "select reply from idempotency where key = '" + key + "'"))
                .containsExactly("{}");
    }

    private static List<String> looks(UUID ticket) throws SQLException {
        return see("superuser", """
                select count(*) from reveal where ticket_id = '%1$s' union all
                select count(*) from audit where ticket_id = '%1$s' and action = 'caller.revealed'
                """.formatted(ticket));
    }

    private static Response reveal(UUID ticket, String key, String reason) {
        return as(AGENT)
                .header("Idempotency-Key", key)
                .body(Map.of("reason", reason))
                .post(TICKETS + "/" + ticket + "/reveals");
    }

    private static Response reveal(Bearer by, UUID ticket) {
        return keyed(by).body(Map.of("reason", "先行联系")).post(TICKETS + "/" + ticket + "/reveals");
    }
}
