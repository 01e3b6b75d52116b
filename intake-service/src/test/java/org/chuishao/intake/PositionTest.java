package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.RestOfMesh.UNIT;
import static org.chuishao.intake.RestOfMesh.assigned;
import static org.chuishao.intake.RestOfMesh.dispatched;
import static org.chuishao.intake.RestOfMesh.resolved;
import static org.chuishao.intake.RestOfMesh.timeline;

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

/** A position leads to a door: who need not find the place does not see it, wherever he looks. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PositionTest {

    private static final String EVENTS = "/api/v1/events";
    private static final Bearer OF_THE_UNIT = Bearer.of("unit").unit(UNIT);
    private static final List<String> SHOWN = List.of("ticket", "timeline", "feed");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void isShownToWhoFindsThePlaceAndToTheUnitWhileItHasItInHand() {
        String start = as(AGENT).queryParam("after", "latest").get(EVENTS).path("next");
        UUID ticket = positioned("COMPLAINT");
        dispatched(ticket, 1, 2);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 3);
        assertThat(where(OF_THE_UNIT, ticket, start)).isEmpty();
        UUID assignment = assigned(ticket, 1, 3);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 4);

        for (Bearer finds : List.of(AGENT, Bearer.of("dispatcher").regions("21"), OF_THE_UNIT)) {
            assertThat(where(finds, ticket, start)).as("%s", finds).isEqualTo(SHOWN);
        }
        for (String role : List.of("reviewer", "supervisor", "analyst", "auditor")) {
            assertThat(where(Bearer.of(role).regions("21"), ticket, start))
                    .as(role)
                    .isEmpty();
        }

        resolved(ticket, 1, assignment, 4);
        Intake.awaitState(ticket, "PENDING_REVIEW");
        assertThat(where(OF_THE_UNIT, ticket, start)).isEmpty();
    }

    @Test
    void ofAReportIsNotShownToTheUnitThatHasItInHandEither() {
        String start = as(AGENT).queryParam("after", "latest").get(EVENTS).path("next");
        UUID ticket = positioned("REPORT");
        dispatched(ticket, 1, 2);
        assigned(ticket, 1, 3);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 4);

        for (Bearer somebody : List.of(OF_THE_UNIT, AGENT, REVIEWER)) {
            assertThat(where(somebody, ticket, start)).isEmpty();
        }
    }

    private static UUID positioned(String kind) {
        Map<String, Object> ticket = complaint();
        ticket.put("kind", kind);
        ticket.put(
                "place",
                Map.of("text", "三号楼", "region", COMMUNITY, "longitude", 123.4321, "latitude", 41.8, "crs", "WGS84"));
        return submitted(ticket);
    }

    /** Where somebody sees the position, of all the places that show him the ticket. */
    private static List<String> where(Bearer by, UUID ticket, String start) {
        Map<String, Response> shown = Map.of(
                "ticket", as(by).get(TICKETS + "/" + ticket),
                "timeline", as(by).get(TICKETS + "/" + ticket + "/timeline"),
                "feed", feed(by, ticket, start));
        return SHOWN.stream()
                .filter(where -> words(shown.get(where)).contains("123.4321"))
                .toList();
    }

    private static String words(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains(COMMUNITY);
        return response.asString();
    }

    /** Once all that happened to the ticket so far has come out. */
    private static Response feed(Bearer by, UUID ticket, String start) {
        Response[] page = new Response[1];
        await().atMost(PATIENCE).until(() -> {
            page[0] = as(by).queryParams("after", start, "limit", 1000).get(EVENTS);
            List<String> types = page[0].path("items.findAll { it.ticket == '" + ticket + "' }.type");
            return types.contains("ticket.dispatched");
        });
        return page[0];
    }
}
