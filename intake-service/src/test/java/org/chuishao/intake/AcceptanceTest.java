package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.submitted;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AcceptanceTest {

    private static final Bearer OF_SHENYANG = Bearer.of("agent").regions("2101");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatComesByWebWaitsForAnAgent() {
        Map<String, Object> ticket = complaint();
        ticket.put("channel", "WEB");
        UUID id = submitted(ticket);
        assertThat(Intake.state(id)).isEqualTo("RECEIVED");

        keyed(AGENT).body("{}").post(TICKETS + "/" + id + "/acceptances").then().statusCode(201);

        assertThat(Intake.state(id)).isEqualTo("PENDING_DISPATCH");
        keyed(AGENT)
                .body("{}")
                .post(TICKETS + "/" + id + "/acceptances")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("state", equalTo("PENDING_DISPATCH"));
    }

    @Test
    void anAgentFindsTheRegionWithinHisOwn() {
        Map<String, Object> ticket = complaint();
        ticket.put("channel", "WEB");
        ticket.put("place", Map.of("text", "某小区", "region", "2101"));
        UUID id = submitted(ticket);

        isRefused(accept(OF_SHENYANG, id, "210202"), "region");
        isRefused(accept(OF_SHENYANG, id, "219999"), "region");
        isRefused(accept(OF_SHENYANG, id, "x"), "region");
        assertThat(Intake.state(id)).isEqualTo("RECEIVED");

        accept(OF_SHENYANG, id, COMMUNITY).then().statusCode(201).body("state", equalTo("PENDING_DISPATCH"));
    }

    @Test
    void anAgentOfSeveralRegionsSaysWhichOneItIs() {
        Bearer agent = Bearer.of("agent").regions("2101", "2102");
        Map<String, Object> ticket = complaint();
        ticket.remove("place");

        isRefused(keyed(agent).body(ticket).post(TICKETS), "place.region");

        ticket.put("place", Map.of("region", "2102"));
        keyed(agent).body(ticket).post(TICKETS).then().statusCode(201);
        ticket.remove("place");
        String home = keyed(OF_SHENYANG)
                .body(ticket)
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Intake.as(OF_SHENYANG).get(TICKETS + "/" + home).then().body("place.region", equalTo("2101"));
    }

    private static Response accept(Bearer agent, UUID ticket, String region) {
        return keyed(agent).body(Map.of("region", region)).post(TICKETS + "/" + ticket + "/acceptances");
    }

    private static void isRefused(Response reply, String field) {
        reply.then().statusCode(400).contentType("application/problem+json").body("errors[0].field", equalTo(field));
    }
}
