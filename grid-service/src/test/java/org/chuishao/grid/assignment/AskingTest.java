package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.assignment.Hands.GRID;
import static org.chuishao.grid.assignment.Hands.KEY;
import static org.chuishao.grid.assignment.Hands.TERRITORY;
import static org.chuishao.grid.assignment.Hands.WORKER;
import static org.chuishao.grid.assignment.Hands.act;
import static org.chuishao.grid.assignment.Hands.age;
import static org.chuishao.grid.assignment.Hands.assignment;
import static org.chuishao.grid.assignment.Hands.dispatched;
import static org.chuishao.grid.assignment.Hands.path;
import static org.chuishao.grid.assignment.Hands.phase;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A unit says that a matter is somebody else's. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AskingTest {

    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final Sealer SEALER = new Sealer(Mesh.shared().secrets().log());

    static final Map<String, String> RETURN =
            Map.of("basis", "供热条例第九条，联系13900001234", "suggestedUnit", COMPANY, "signedOffBy", "leader-7");

    @Test
    void aUnitReturnsWhatIsNotItsOwnAndItWaitsForAnAdjudicator() {
        TicketOnLog ticket = dispatched("暖气不热");
        String id = assignment(ticket, WORKER);

        act(id, "returns", RETURN)
                .statusCode(201)
                .body("phase", is("RETURN_REVIEW"))
                .body("ticketState", is("RETURN_REVIEW"));

        await().until(() -> ticket.events("assignment.return-requested"), hasSize(1));
        LogProbe.Found returned = ticket.events("assignment.return-requested").get(0);
        assertThat(returned.value()).contains(COMPANY, "leader-7").doesNotContain("供热条例", "13900001234");
        assertThat(TicketOnLog.open(returned, "basis")).startsWith("供热条例第九条");
        act(id, "returns", RETURN).statusCode(409).body("allowed", hasItem("ticket.return-adjudicated"));
    }

    @Test
    void aReturnThatWasRefusedComesBackAndIsNotAskedForAgain() {
        TicketOnLog ticket = dispatched("路灯不亮");
        String id = assignment(ticket, WORKER);
        act(id, "signatures", Map.of()).statusCode(201);
        act(id, "returns", RETURN).statusCode(201);
        await().until(() -> ticket.events("assignment.return-requested"), hasSize(1));

        ticket.write(Source.ROUTING, new ReturnAdjudicated(UUID.fromString(id), false, SEALER.seal("职责明确")));

        await().until(() -> phase(id), is("IN_PROGRESS"));
        act(id, "returns", RETURN).statusCode(409).body("detail", containsString("one return"));
    }

    @Test
    void aReturnThatWasGrantedEndsTheAssignment() {
        TicketOnLog ticket = dispatched("井盖破损");
        String id = assignment(ticket, WORKER);
        act(id, "returns", RETURN).statusCode(201);
        await().until(() -> ticket.events("assignment.return-requested"), hasSize(1));

        ticket.write(Source.ROUTING, new ReturnAdjudicated(UUID.fromString(id), true, SEALER.seal("确非其责")));

        await().until(() -> phase(id), is("ENDED"));
    }

    @Test
    void afterTheWindowNothingIsReturned() {
        TicketOnLog ticket = dispatched("垃圾堆积");
        String id = assignment(ticket, WORKER);
        age(id, Duration.ofDays(20));

        act(id, "returns", RETURN)
                .statusCode(409)
                .body("detail", containsString("the time to return it ended"))
                .body("state", is("PENDING_SIGN"))
                .body("allowed", hasItem("assignment.signed"));

        assertThat(phase(id)).isEqualTo("PENDING_SIGN");
        assertThat(ticket.events("assignment.return-requested")).isEmpty();
    }

    @Test
    void betweenTheLimitAndTheLastMomentItIsReturnedLate() {
        WorkCalendar calendar = WorkCalendar.shipped();
        Instant now = Instant.now();
        Instant given = Stream.iterate(now, hour -> hour.minus(1, ChronoUnit.HOURS))
                .filter(from -> end(calendar, from, 1).isBefore(now.minusSeconds(600)))
                .filter(from -> end(calendar, from, 2).isAfter(now.plusSeconds(600)))
                .findFirst()
                .orElseThrow();
        String soon = assignment(dispatched("绿化带破损"), WORKER);
        act(soon, "returns", RETURN).statusCode(201).body("late", is(false));
        String id = assignment(dispatched("垃圾桶满溢"), WORKER);
        age(id, Duration.between(given, now));
        act(id, "returns", RETURN)
                .statusCode(201)
                .body("phase", is("RETURN_REVIEW"))
                .body("late", is(true));
    }

    private static Instant end(WorkCalendar calendar, Instant from, int days) {
        return calendar.due(from, new Limit(Limit.Unit.WORKING_DAYS, days), StartRule.AT_ONCE)
                .at();
    }

    @Test
    void wrongFieldsAreNamed() {
        String id = assignment(dispatched("油烟扰民"), WORKER);
        refused(id, "suggestedUnit", "U-NONE");
        refused(id, "suggestedUnit", TERRITORY);
        refused(id, "signedOffBy", "老王");
        refused(id, "signedOffBy", "13900001234");
        refused(id, "basis", " ");
        as(WORKER).body(RETURN).post(path(id, "returns")).then().statusCode(400).body("errors.field", hasItem(KEY));
        assertThat(phase(id)).isEqualTo("PENDING_SIGN");
    }

    @Test
    void nobodyElseReturnsIt() {
        String id = assignment(dispatched("违规停车"), WORKER);
        for (var other : List.of(unit("U-TERR-210102001001"), unit(COMPANY))) {
            as(other)
                    .header(KEY, UUID.randomUUID())
                    .body(RETURN)
                    .post(path(id, "returns"))
                    .then()
                    .statusCode(404);
        }
        as(supervisor("2101"))
                .header(KEY, UUID.randomUUID())
                .body(RETURN)
                .post(path(id, "returns"))
                .then()
                .statusCode(403);
    }

    @Test
    void anAssistingUnitReturnsItsPartAndTheTicketStays() {
        TicketOnLog ticket = TicketOnLog.accepted("电梯停运", GRID).dispatched(GRID, Severity.URGENT, TERRITORY, COMPANY);
        String id = assignment(ticket, unit(COMPANY));
        as(unit(COMPANY))
                .header(KEY, UUID.randomUUID())
                .body(Map.of("basis", "不供热", "suggestedUnit", TERRITORY, "signedOffBy", "leader-8"))
                .post(path(id, "returns"))
                .then()
                .statusCode(201)
                .body("phase", is("RETURN_REVIEW"))
                .body("ticketState", is("PENDING_SIGN"));
    }

    private static void refused(String id, String field, String value) {
        Map<String, String> body = new HashMap<>(RETURN);
        body.put(field, value);
        act(id, "returns", body).statusCode(400).body("errors.field", hasItem(field));
    }
}
