package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.dispatch.Waiting.DISPATCHES;
import static org.chuishao.routing.dispatch.Waiting.request;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DispatchChoiceTest {

    @Test
    void a_dispatcher_who_knows_better_says_where_it_is_what_it_is_about_and_how_urgent() {
        TicketOnLog ticket = Waiting.report();
        Map<String, Object> request = with(
                request(ticket, "U-HEATING-CO-210102", List.of()),
                Map.of("region", "210102001", "category", "HEATING_OFF", "severity", "URGENT"));

        as(dispatcher("2101"))
                .body(request)
                .post(DISPATCHES)
                .then()
                .statusCode(201)
                .body("region", is("210102001"))
                .body("category", is("HEATING_OFF"))
                .body("severity", is("URGENT"));

        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        var dispatched = ticket.events("ticket.dispatched").get(0);
        assertThat(dispatched.path("region").asText()).isEqualTo("210102001");
        assertThat(dispatched.path("category").asText()).isEqualTo("HEATING_OFF");
        assertThat(dispatched.path("severity").asText()).isEqualTo("URGENT");
    }

    @Test
    void a_unit_that_does_not_serve_the_place_or_the_line_gets_no_part() {
        TicketOnLog ticket = Waiting.report();

        refused(request(ticket, "U-TERR-210211", List.of()), "leadUnit");
        refused(request(ticket, "U-TERR-210102", List.of("U-TERR-210211")), "assistingUnits[0]");
        refused(with(request(ticket, "U-GAS-CO-210102", List.of()), Map.of("category", "HEATING_OFF")), "leadUnit");
        refused(with(request(ticket, "U-TERR-210102", List.of()), Map.of("region", "210211")), "region");
        refused(with(request(ticket, "U-TERR-210102", List.of()), Map.of("region", "210199")), "region");
        refused(with(request(ticket, "U-TERR-210102", List.of()), Map.of("region", "2101021")), "region");
        refused(with(request(ticket, "U-TERR-210102", List.of()), Map.of("category", "NONE")), "category");
        refused(with(request(ticket, "U-TERR-210102", List.of()), Map.of("severity", "SOON")), "severity");
        assertThat(ticket.events("ticket.dispatched")).isEmpty();
    }

    private static void refused(Map<String, Object> request, String field) {
        as(dispatcher("2101"))
                .body(request)
                .post(DISPATCHES)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    private static Map<String, Object> with(Map<String, Object> request, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(request);
        all.putAll(more);
        return all;
    }
}
