package org.chuishao.grid.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.whistle.Blowing.ADJUDICATOR;
import static org.chuishao.grid.whistle.Blowing.GAS;
import static org.chuishao.grid.whistle.Blowing.HEATING;
import static org.chuishao.grid.whistle.Blowing.POLICE;
import static org.chuishao.grid.whistle.Blowing.WORKER;
import static org.chuishao.grid.whistle.Blowing.arrive;
import static org.chuishao.grid.whistle.Blowing.blow;
import static org.chuishao.grid.whistle.Blowing.clocks;
import static org.chuishao.grid.whistle.Blowing.dispatched;
import static org.chuishao.grid.whistle.Blowing.get;
import static org.chuishao.grid.whistle.Blowing.over;
import static org.chuishao.grid.whistle.Blowing.sign;
import static org.chuishao.grid.whistle.Blowing.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Five departments are called: two come in time, one late, one objects and is upheld, one never comes. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FiveDepartmentsTest {

    private static final String LATE = "U-POWER-CO-210102";
    private static final String WRONG = "U-WATER-CO-210102";

    @Test
    void whoNeverComesIsTakenToTheProvinceAndTheRestClose() {
        TicketOnLog ticket = dispatched(Severity.CRITICAL);
        String id = blow(WORKER, ticket, "EMERGENCY", Map.of("danger", true), GAS, HEATING, LATE, WRONG, POLICE)
                .statusCode(201)
                .extract()
                .path("id");
        for (String prompt : new String[] {GAS, HEATING}) {
            sign(id, prompt);
            arrive(id, prompt);
        }
        step(unit(WRONG), id, "objections", Map.of("improper", "OUTSIDE_DUTY", "ground", "不涉及供水"))
                .statusCode(201);
        step(WORKER, id, "objections/" + WRONG + "/decision", Map.of("upheld", true, "reason", "是"))
                .statusCode(403);
        step(ADJUDICATOR, id, "objections/" + WRONG + "/decision", Map.of("upheld", true, "reason", "不属其职责"))
                .statusCode(201);
        step(ADJUDICATOR, id, "objections/" + WRONG + "/decision", Map.of("upheld", false, "reason", "否"))
                .statusCode(409)
                .body("state", is("RELEASED"));
        assertThat(clocks(ticket, WRONG)).doesNotContain("RUNNING");

        over(ticket, "WHISTLE_SIGN", LATE);
        await().until(() -> ticket.events("ticket.escalated"), hasSize(1));
        assertThat(ticket.events("ticket.escalated").get(0).value()).contains("\"to\":\"" + LATE + "\"", "UNSIGNED");
        over(ticket, "WHISTLE_ARRIVE", LATE);
        await().until(() -> ticket.events("ticket.supervised"), hasSize(1));
        arrive(id, LATE);
        assertThat(clocks(ticket, LATE)).endsWith("ABSENT STOPPED");

        over(ticket, "WHISTLE_ARRIVE", POLICE);
        supervised(ticket, 2, 1, "U-TERR-210102");
        get(unit("U-PUBLIC_SECURITY-2101"), id).statusCode(404);
        step(WORKER, id, "closure", Map.of("outcome", "已处置", "sceneSafe", true)).statusCode(409);
        over(ticket, "WHISTLE_ABSENT", POLICE);
        supervised(ticket, 3, 2, "U-PUBLIC_SECURITY-2101");
        over(ticket, "WHISTLE_ABSENT", POLICE);
        supervised(ticket, 4, 3, "U-PUBLIC_SECURITY-21");
        assertThat(clocks(ticket, POLICE)).doesNotContain("ABSENT RUNNING");
        get(unit("U-PUBLIC_SECURITY-21"), id)
                .statusCode(200)
                .body("calls.phase", contains("ON_SITE", "ON_SITE", "ON_SITE", "RELEASED", "CALLED"))
                .body("calls.supervision", contains(0, 0, 1, 0, 3));

        step(WORKER, id, "closure", Map.of("outcome", "已处置", "sceneSafe", true))
                .statusCode(201)
                .body("phase", is("CLOSED"));
    }

    private static void supervised(TicketOnLog ticket, int events, int level, String unit) {
        await().until(() -> ticket.events("ticket.supervised"), hasSize(events));
        LogProbe.Found last = ticket.events("ticket.supervised").get(events - 1);
        assertThat(last.value()).contains("\"level\":" + level, "\"unit\":\"" + unit + "\"", "WHISTLE_NOT_ON_SITE");
    }
}
