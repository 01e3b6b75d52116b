package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The ticket of a confirmed warning goes where its category belongs, whatever its words sound like. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class OfWarningTest {

    private static final String TITLE = "夜市占道经营";
    private static final String CONTENT = "24小时内5人反映流动摊贩占道经营";

    @Test
    void the_warnings_category_decides_and_not_the_words() {
        TicketOnLog ticket = TicketOnLog.ofWarning(TITLE, CONTENT, "HEATING_OFF", COMMUNITY);
        TicketOnLog byWords = TicketOnLog.ofWarning(TITLE, CONTENT, null, COMMUNITY);

        JsonNode classified = classified(ticket);
        assertThat(classified.path("category").asText()).isEqualTo("HEATING_OFF");
        assertThat(classified.path("region").asText()).isEqualTo(COMMUNITY);
        assertThat(classified(byWords).path("category").asText()).isNotEqualTo("HEATING_OFF");
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        assertThat(lead(ticket)).isNotEqualTo(lead(byWords)).contains("HEATING");
        as(dispatcher("210102"))
                .get("/api/v1/tickets/" + ticket.id() + "/decision")
                .then()
                .statusCode(200)
                .body("decision.mode", is("AUTO"));
    }

    private static JsonNode classified(TicketOnLog ticket) {
        return await().until(() -> ticket.events("ticket.classified"), hasSize(1))
                .get(0);
    }

    private static String lead(TicketOnLog ticket) {
        return await().until(() -> ticket.events("ticket.dispatched"), hasSize(1))
                .get(0)
                .path("leadUnit")
                .asText();
    }
}
