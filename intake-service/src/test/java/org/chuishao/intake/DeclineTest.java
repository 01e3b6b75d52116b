package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Acts.ANOTHER_CITIZEN;
import static org.chuishao.intake.Acts.CITIZEN;
import static org.chuishao.intake.Acts.act;
import static org.chuishao.intake.Acts.awaitEvent;
import static org.chuishao.intake.Acts.byPhone;
import static org.chuishao.intake.Acts.byWeb;
import static org.chuishao.intake.Acts.onTheLog;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.RestOfMesh.ITEMS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DeclineTest {

    private static final Map<String, ?> TO_COURT = Map.of("reason", "JUDICIAL", "properRoute", "请向和平区人民法院起诉");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void itsCitizenIsToldTheProperRouteAndMayContestIt() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "declines", TO_COURT).statusCode(201).body("state", equalTo("DECLINED"));

        awaitEvent(ticket, "ticket.declined");
        as(CITIZEN)
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .body(ITEMS + "[1].data.reason", equalTo("JUDICIAL"))
                .body(ITEMS + "[1].data.properRoute", equalTo("请向和平区人民法院起诉"));
        assertThat(onTheLog(ticket)).contains("JUDICIAL").doesNotContain("人民法院");

        act(ANOTHER_CITIZEN, ticket, "reopenings", Map.of("reason", "x")).statusCode(404);
        act(CITIZEN, ticket, "reopenings", Map.of("reason", "法院说归住建局管"))
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("round", equalTo(2));
    }

    @Test
    void whatAUnitHasIsNotDeclinedAnyMore() {
        UUID ticket = byPhone();
        RestOfMesh.handled(ticket);

        act(AGENT, ticket, "declines", TO_COURT)
                .statusCode(409)
                .body("state", equalTo("PENDING_REVIEW"))
                .body("allowed", hasItem("ticket.reviewed"));
    }

    @Test
    void aReasonAndARouteAreNeeded() {
        UUID ticket = byWeb();
        act(AGENT, ticket, "declines", Map.of("reason", "NO_TIME", "properRoute", "x"))
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        act(AGENT, ticket, "declines", Map.of("reason", "MILITARY"))
                .statusCode(400)
                .body("errors[0].field", equalTo("properRoute"));
        act(Acts.OF_DALIAN, ticket, "declines", TO_COURT).statusCode(404);
    }
}
