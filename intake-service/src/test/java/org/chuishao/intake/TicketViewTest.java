package org.chuishao.intake;

import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.submitted;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a ticket is shown, and to whom. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class TicketViewTest {

    private static final Bearer ANALYST = Bearer.of("analyst").regions("21");

    @BeforeEach
    void ready() {
        Intake.ready();
    }

    @Test
    void whoMadeAReportIsShownToTheHotlineOnly() {
        Map<String, Object> ticket = complaint();
        ticket.put("kind", "REPORT");
        String report = TICKETS + "/" + submitted(ticket);
        Map<String, String> reason = Map.of("reason", "回拨");

        as(AGENT)
                .get(report)
                .then()
                .body("caller", equalTo(null))
                .body("place.text", equalTo(null))
                .body("title", equalTo("暖气不热"));
        keyed(REVIEWER).body(reason).post(report + "/reveals").then().statusCode(403);
        keyed(AGENT)
                .body(reason)
                .post(report + "/reveals")
                .then()
                .statusCode(200)
                .body("name", equalTo("张三丰"));
    }

    @Test
    void theCallIsHeardByTheHotlineAndOfASecretTicketByNobody() {
        Map<String, Object> ticket = complaint();
        ticket.put("call", Map.of("id", "c-1", "recording", "store/c-1.wav"));
        String open = TICKETS + "/" + submitted(ticket);
        ticket.put("secret", true);
        String secret = TICKETS + "/" + submitted(ticket);

        for (Bearer hotline : List.of(AGENT, REVIEWER)) {
            as(hotline).get(open).then().body("call.recording", equalTo("store/c-1.wav"));
            as(hotline).get(secret).then().statusCode(200).body("call", nullValue());
        }
        as(Bearer.of("dispatcher").regions("21"))
                .get(open)
                .then()
                .statusCode(200)
                .body("call", nullValue());
    }

    @Test
    void whoCountsOrOperatesSeesNothingOfThePerson() {
        Map<String, Object> ticket = complaint();
        ticket.put("content", "打我电话13812341234");
        ticket.put(
                "place",
                Map.of("text", "三号楼", "region", COMMUNITY, "longitude", 123.4, "latitude", 41.8, "crs", "WGS84"));
        String open = TICKETS + "/" + submitted(ticket);
        ticket.put("kind", "REPORT");
        String report = TICKETS + "/" + submitted(ticket);

        as(ANALYST)
                .get(open)
                .then()
                .body("caller", nullValue())
                .body("place.text", nullValue())
                .body("content", equalTo("打我电话***"));
        as(ANALYST)
                .get(report)
                .then()
                .body("title", nullValue())
                .body("content", nullValue())
                .body("place.longitude", nullValue())
                .body("place.region", equalTo(COMMUNITY));
        as(ANALYST).get(report + "/timeline").then().statusCode(200).body(not(containsString("暖气")));
        for (String path : List.of(TICKETS, open, open + "/timeline")) {
            as(Bearer.of("ops").regions("21")).get(path).then().statusCode(403);
        }
    }

    /** Keys get lost and rows get damaged; what is left of such a ticket can still be worked on. */
    @Test
    void aTicketWhoseTextsDoNotOpenIsShownWithoutThem() throws SQLException {
        String phone = "13900002222";
        Map<String, Object> ticket = complaint();
        ticket.put("caller", Map.of("phone", phone));
        UUID whole = submitted(ticket);
        UUID damaged = submitted(ticket);
        try (Connection connection = Intake.connect("reader");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update ticket set title = 'lost.AAAA', caller = 'lost.AAAA' where id = '" + damaged + "'");
        }

        as(AGENT)
                .queryParam("callerPhone", phone)
                .get(TICKETS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(damaged.toString(), whole.toString())))
                .body("items[0].title", nullValue())
                .body("items[1].title", equalTo("暖气不热"));
        as(AGENT)
                .get(TICKETS + "/" + damaged)
                .then()
                .statusCode(200)
                .body("caller", nullValue())
                .body("state", equalTo("PENDING_DISPATCH"));
    }
}
