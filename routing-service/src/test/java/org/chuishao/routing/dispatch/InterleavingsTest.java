package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.returns.Givers.RETURNS;
import static org.chuishao.routing.returns.Givers.adjudicator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.DeskCalled;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.RandomLife;
import org.chuishao.mesh.log.ManyLives;
import org.chuishao.mesh.log.Tables;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** However the log is read, and whatever dispatchers do meanwhile, what waits for a decision is what the log has waiting. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class InterleavingsTest {

    private static final String COMPANY = "U-HEATING-CO-210102";
    private static final String DESK = "U-TERR-210102";

    private static final Map<String, String> OWED = Map.of("PENDING_DISPATCH", "DISPATCH", "DISPUTED", "CONFERENCE");

    private static int done;

    @Test
    void queue_returns_and_disputes_are_what_the_plain_model_says() throws Exception {
        Waiting.report();
        try (ManyLives lives = new ManyLives("routing", Set.of(EventType.GRID_REPORTED), 15)) {
            Tables tables = lives.tables();
            String words =
                    new Sealer(Mesh.shared().secrets().log()).seal("暖气不热").value();
            lives.live(number -> Ids.next(), json -> json.replace("k1.AAAA", words), InterleavingsTest::somebodyActs);

            lives.agree();
            assertThat(done)
                    .as("acts by the API that were taken")
                    .isGreaterThan(lives.all().size() / 10);
            Set<String> clocked = tables.clocked();
            lives.all().forEach(life -> {
                theTablesAgree(tables, life);
                whatIsOwedHasAClock(tables, clocked, life);
                aDeskIsCalledAboutEachDanger(tables, life);
            });
        }
    }

    /** No ticket that waits for routing is without a running clock, as far as routing has clocks for it. */
    private static void whatIsOwedHasAClock(Tables tables, Set<String> clocked, RandomLife life) {
        String owed = OWED.get(life.state());
        if (owed != null && clocked.contains(owed)) {
            assertThat(tables.awaited(life.ticket(), null))
                    .as("%s: clocks", life)
                    .contains(owed);
        }
        Set<String> others = new HashSet<>(OWED.values());
        others.remove(owed);
        assertThat(tables.running(life.ticket(), null))
                .as("%s: clocks of what is over", life)
                .doesNotContainAnyElementsOf(others);
        life.parts().forEach((id, part) -> {
            // over a lead's return that is disputed a conference sits, and what is merged waits for its parent
            boolean returned = part.phase().equals("RETURN_REVIEW")
                    && (part.lead()
                            ? life.state().equals("RETURN_REVIEW")
                            : !life.state().equals("MERGED"));
            if (clocked.contains("ADJUDICATE") && returned) {
                assertThat(tables.awaited(life.ticket(), id))
                        .as("%s: clocks", life)
                        .contains("ADJUDICATE");
            }
            if (!returned) {
                assertThat(tables.running(life.ticket(), id))
                        .as("%s: clocks", life)
                        .doesNotContain("ADJUDICATE");
            }
        });
    }

    /** A danger to life that a unit has waits for the call, with a clock and in the list, until a desk was reached. */
    private static void aDeskIsCalledAboutEachDanger(Tables tables, RandomLife life) {
        boolean danger = "CRITICAL".equals(life.severity()) && life.leadUnit() != null && !life.over();
        boolean reached = life.heard().stream()
                .anyMatch(it -> it.event().data() instanceof DeskCalled called && called.reached());
        boolean listed = !tables.rows("select unit from desk_call where ticket_id = '" + life.ticket() + "'")
                .isEmpty();
        Set<String> clocks = listed ? tables.awaited(life.ticket(), null) : tables.running(life.ticket(), null);
        assertThat(clocks.contains("DESK_CALL"))
                .as("%s: the clock of the call that is due", life)
                .isEqualTo(listed);
        if (!reached || !danger) {
            assertThat(listed).as("%s: a call is due", life).isEqualTo(danger);
        }
    }

    private static void somebodyActs(RandomLife ticket, Random chance) {
        switch (ticket.state()) {
            case "PENDING_DISPATCH" -> {
                if (chance.nextInt(3) > 0) {
                    dispatch(ticket);
                } else {
                    post(
                            dispatcher("2101"),
                            QueueResource.PATH + "/" + ticket.ticket() + "/verification",
                            Map.of("question", "是否占道？"));
                }
            }
            case "PENDING_SIGN" ->
                post(
                        dispatcher("2101"),
                        "/api/v1/dispatches/" + ticket.ticket() + "/calls",
                        Map.of("reached", chance.nextBoolean(), "calledAt", OffsetDateTime.now(), "words", "值班员已接"));
            case "RETURN_REVIEW" ->
                ticket.parts().forEach((id, part) -> {
                    if (part.phase().equals("RETURN_REVIEW")) {
                        post(
                                adjudicator("2101"),
                                RETURNS + "/" + id + "/adjudication",
                                Map.of("granted", chance.nextBoolean(), "reason", "按条例"));
                    }
                });
            case "IN_PROGRESS" ->
                post(
                        dispatcher("2101"),
                        "/api/v1/disputes",
                        Map.of("ticket", ticket.ticket(), "ground", "两家都不认", "units", List.of(COMPANY, DESK)));
            case "DISPUTED" ->
                post(
                        adjudicator("2101"),
                        "/api/v1/disputes/" + ticket.ticket() + "/designation",
                        Map.of("leadUnit", DESK, "minutes", "minutes/2026-11"));
            default -> {}
        }
    }

    /** Who was right to give it back does not get it again: that is refused by the field. */
    private static void dispatch(RandomLife ticket) {
        boolean hadIt =
                ticket.parts().values().stream().anyMatch(part -> part.unit().equals(DESK));
        Map<String, ?> body = Map.of("ticket", ticket.ticket(), "leadUnit", DESK, "reason", "职责明确");
        int status = as(dispatcher("2101")).body(body).post(Waiting.DISPATCHES).statusCode();
        assertThat(status).as(Waiting.DISPATCHES).isIn(201, hadIt ? 400 : 404, 404, 409);
        done += status == 201 ? 1 : 0;
    }

    private static void post(Bearer by, String path, Map<String, ?> body) {
        int status = as(by).body(body).post(path).statusCode();
        assertThat(status).as(path).isIn(201, 404, 409);
        done += status == 201 ? 1 : 0;
    }

    private static void theTablesAgree(Tables tables, RandomLife life) {
        String of = " where ticket_id = '" + life.ticket() + "'";
        for (List<Object> row : tables.rows("select region, secret from routing_ticket" + of)) {
            assertThat(row).as("%s: brief", life).isEqualTo(List.of(life.region(), life.secret()));
        }
        assertThat(tables.rows("select ticket_id from dispatch_queue" + of))
                .as("%s: whatever waits for a dispatch is before a dispatcher, and nothing else", life)
                .hasSize(life.state().equals("PENDING_DISPATCH") ? 1 : 0);
        assertThat(tables.rows("select ticket_id from dispute" + of + " and waiting"))
                .as("%s: conference", life)
                .hasSize(life.state().equals("DISPUTED") ? 1 : 0);
        List<UUID> waiting = life.parts().entrySet().stream()
                .filter(part -> part.getValue().phase().equals("RETURN_REVIEW"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(tables.rows("select assignment_id from return_request" + of + " and outcome is null").stream()
                        .map(row -> (UUID) row.get(0)))
                .as("%s: returns that wait", life)
                .containsExactlyInAnyOrderElementsOf(waiting);
    }
}
