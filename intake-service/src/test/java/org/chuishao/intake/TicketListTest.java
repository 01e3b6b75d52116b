package org.chuishao.intake;

import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.submitted;
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
class TicketListTest {

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void listsByFilterPageByPage() {
        String phone = "13900001111";
        Map<String, Object> ticket = complaint();
        ticket.put("caller", Map.of("phone", phone));
        List<UUID> ids = List.of(submitted(ticket), submitted(ticket), submitted(ticket));

        Response first = as(AGENT)
                .queryParams(
                        "callerPhone", "+86 139-0000-1111", "limit", 2, "state", "PENDING_DISPATCH", "region", "2101")
                .get(TICKETS);
        first.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(ids.get(2).toString()));
        as(AGENT)
                .queryParams(
                        "callerPhone",
                        phone,
                        "limit",
                        2,
                        "cursor",
                        first.path("next").toString())
                .get(TICKETS)
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null))
                .body("items[0].id", equalTo(ids.get(0).toString()));
        as(Bearer.of("analyst").regions("21"))
                .queryParam("callerPhone", phone)
                .get(TICKETS)
                .then()
                .statusCode(403);
        as(AGENT)
                .queryParams("state", "NOWHERE", "limit", 201, "from", "yesterday", "number", "1", "cursor", "x")
                .get(TICKETS)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("state", "from", "number", "cursor", "limit")));
    }

    @Test
    void aTicketIsFoundByItsNumberElsewhere() {
        Map<String, Object> ticket = complaint();
        String number = "12345-SY/" + UUID.randomUUID();
        ticket.put("sourceNumber", number);
        UUID id = submitted(ticket);

        as(AGENT)
                .queryParam("sourceNumber", number)
                .get(TICKETS)
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
        as(Bearer.of("agent").regions("2102"))
                .queryParam("sourceNumber", number)
                .get(TICKETS)
                .then()
                .body("items", hasSize(0));
        as(AGENT)
                .queryParam("sourceNumber", "no number!")
                .get(TICKETS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("sourceNumber"));
    }

    @Test
    void aFilterThatIsNotKnownIsRefusedAndNotPassedOver() {
        Response reply = as(AGENT).queryParams("sate", "CLOSED", "limit", 1).get(TICKETS);
        reply.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("sate")));
        as(AGENT).queryParam("since", "0-0").get("/api/v1/events").then().statusCode(400);
    }
}
