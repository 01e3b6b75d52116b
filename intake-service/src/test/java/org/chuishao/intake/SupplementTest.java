package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.ANOTHER_CITIZEN;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Acts.seen;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.RestOfMesh.ITEMS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SupplementTest {

    private static final Map<String, ?> FACT = Map.of("missing", List.of("FACT"));

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whatIsMissingIsAskedForAndSupplied() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "info-requests", Map.of("missing", List.of("PLACE", "FACT", "PLACE")))
                .statusCode(201)
                .body("state", equalTo("NEEDS_INFO"));
        act(AGENT, ticket, "acceptances", Map.of())
                .statusCode(409)
                .body("state", equalTo("NEEDS_INFO"))
                .body("allowed", hasItem("ticket.supplemented"));

        Map<String, ?> place =
                Map.of("text", "二号楼一单元", "region", "210102001", "longitude", 123.41, "latitude", 41.79, "crs", "GCJ02");
        act(CITIZEN, ticket, "supplements", Map.of("content", "从昨晚开始的", "place", place))
                .statusCode(201)
                .body("state", equalTo("RECEIVED"));

        awaitEvent(ticket, "ticket.supplemented");
        seen(ticket)
                .body("place.text", equalTo("二号楼一单元"))
                .body("place.region", equalTo("210102001"))
                .body("place.crs", equalTo("GCJ02"));
        as(AGENT)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(ITEMS + "[1].data.missing", equalTo(List.of("PLACE", "FACT")))
                .body(ITEMS + "[1].data.attempt", equalTo(1))
                .body(ITEMS + "[2].data.content", equalTo("从昨晚开始的"))
                .body(ITEMS + "[2].actor.role", equalTo("citizen"));
        assertThat(onTheLog(ticket)).doesNotContain("从昨晚", "二号楼");
    }

    @Test
    void theCitizenIsAskedThreeTimesAtMost() {
        UUID ticket = byWeb();
        for (int attempt = 1; attempt <= 3; attempt++) {
            act(AGENT, ticket, "info-requests", FACT).statusCode(201).body("state", equalTo("NEEDS_INFO"));
        }
        act(AGENT, ticket, "info-requests", FACT)
                .statusCode(409)
                .body("state", equalTo("NEEDS_INFO"))
                .body("detail", containsString("3 times"));
    }

    @Test
    void dangerToLifeWaitsForNoAnswer() {
        UUID ticket = byPhone();
        Acts.classified(ticket, Severity.CRITICAL, 2);

        act(AGENT, ticket, "info-requests", FACT)
                .statusCode(409)
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("detail", containsString("danger to life"));
        act(AGENT, ticket, "supplements", Map.of("content", "煤气味更大了"))
                .statusCode(201)
                .body("state", equalTo("PENDING_DISPATCH"));
    }

    @Test
    void aContactIsKeptWithTheCallerAndNowhereElse() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "info-requests", Map.of("missing", List.of("CONTACT")))
                .statusCode(201);
        act(CITIZEN, ticket, "supplements", Map.of("phone", "12"))
                .statusCode(400)
                .body("errors[0].field", equalTo("phone"));
        act(CITIZEN, ticket, "supplements", Map.of("phone", "139 9876 5432"))
                .statusCode(201)
                .body("state", equalTo("RECEIVED"));

        awaitEvent(ticket, "ticket.supplemented");
        act(AGENT, ticket, "reveals", Map.of("reason", "回电"))
                .statusCode(200)
                .body("phone", equalTo("139 9876 5432"))
                .body("name", equalTo("张三丰"));
        seen(ticket).body("caller.phone", equalTo("139****5432"));
        assertThat(onTheLog(ticket)).doesNotContain("9876", "5432");
    }

    @Test
    void aRepeatedSupplementIsOne() {
        UUID ticket = byWeb();
        String key = "supply-" + ticket;
        Response first = supply(ticket, key);
        Response again = supply(ticket, key);

        first.then().statusCode(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        awaitEvent(ticket, "ticket.supplemented");
        assertThat(RestOfMesh.timeline(ticket)).containsOnlyOnce("ticket.supplemented");
    }

    @Test
    void whatIsSuppliedIsCheckedAndOnlyToAKnownTicket() {
        UUID ticket = byWeb();
        act(ANOTHER_CITIZEN, ticket, "supplements", Map.of("content", "x")).statusCode(404);
        act(CITIZEN, ticket, "supplements", Map.of("content", " "))
                .statusCode(400)
                .body("errors[0].field", equalTo("content"));
        act(CITIZEN, ticket, "supplements", Map.of("place", Map.of("region", "219999")))
                .statusCode(400)
                .body("errors[0].field", equalTo("place.region"));
        act(Bearer.of("agent").regions("2101"), ticket, "supplements", Map.of("place", Map.of("region", "210202")))
                .statusCode(400)
                .body("errors[0].field", equalTo("place.region"));
        act(CITIZEN, ticket, "info-requests", FACT).statusCode(403);
        act(AGENT, ticket, "info-requests", Map.of("missing", List.of())).statusCode(400);
        seen(ticket).body("state", equalTo("RECEIVED")).body("place.region", not(equalTo("210202")));
        seen(ticket).body("place.region", equalTo(COMMUNITY));
    }

    private static Response supply(UUID ticket, String key) {
        return as(CITIZEN)
                .header("Idempotency-Key", key)
                .body(Map.of("content", "补充"))
                .post(TICKETS + "/" + ticket + "/supplements");
    }
}
