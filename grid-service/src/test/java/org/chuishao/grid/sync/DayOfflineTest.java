package org.chuishao.grid.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.sync.Phone.captured;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A worker was without a network all day, and much happened meanwhile. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DayOfflineTest {

    private static final String GRID = "210102001002103";
    private static final String TERRITORY = "U-TERR-210102001002";
    private static final Bearer WORKER = worker("W-" + GRID + "-1");
    private static final Bearer DESK = unit(TERRITORY);
    private static final int MATTERS = 125;
    private static final Instant MORNING =
            Instant.now().minus(Duration.ofHours(10)).truncatedTo(ChronoUnit.SECONDS);

    private final Map<String, TicketOnLog> tickets = new LinkedHashMap<>();
    private final Set<String> meddled = new HashSet<>();

    @Test
    void fiveHundredActsOutOfOrderAndTwiceOverHalfOfThemInConflict() {
        begin();
        List<Map<String, Object>> acts = acts();
        assertThat(acts).hasSize(500);
        meanwhile();

        List<Map<String, Object>> sent = new ArrayList<>(acts);
        sent.addAll(acts);
        Collections.shuffle(sent, new Random(5));
        Map<String, List<Map<String, Object>>> first = outcomes(sent);
        Map<String, List<Map<String, Object>>> again = outcomes(acts);

        assertThat(first).hasSize(500);
        for (Map<String, Object> act : acts) {
            String id = (String) act.get("clientId");
            boolean conflict = meddled.contains(act.get("assignment"));
            assertThat(results(first.get(id)))
                    .as("%s of %s", act.get("act"), id)
                    .containsExactlyInAnyOrder(
                            conflict
                                    ? new Object[] {"CONFLICT", "CONFLICT"}
                                    : new Object[] {"APPLIED", "ALREADY_APPLIED"});
            assertThat(results(again.get(id))).containsExactly(conflict ? "CONFLICT" : "ALREADY_APPLIED");
            if (conflict) {
                Map<String, Object> told = first.get(id).get(0);
                assertThat(told.get("problem")).asString().contains("detail=");
                assertThat(told.get("assignment")).asString().contains("id=" + act.get("assignment"));
            }
        }
        assertThat(meddled).hasSize(63);
        tickets.forEach((assignment, ticket) -> {
            if (!meddled.contains(assignment)) {
                for (String type : List.of("signed", "contacted", "reported", "resolved")) {
                    assertThat(written(ticket, type)).as(type).isEqualTo("1");
                }
            }
        });
        whatIsKept(acts);
    }

    private void whatIsKept(List<Map<String, Object>> acts) {
        String untouched = tickets.keySet().stream()
                .filter(it -> !meddled.contains(it))
                .findFirst()
                .orElseThrow();
        Object captured = acts.stream()
                .filter(it -> it.get("assignment").equals(untouched))
                .findFirst()
                .orElseThrow()
                .get("capturedAt");
        assertThat(GridTables.text(
                        "select data from outbox where ticket_id = ? and attributes->>'type' like '%assignment.signed.v1'",
                        tickets.get(untouched).id()))
                .as("when it was done")
                .contains("\"capturedAt\":\"" + captured + "\"");
        String signedAt = as(WORKER).get("/api/v1/assignments/" + untouched).path("signedAt");
        assertThat(Instant.parse(signedAt))
                .as("the clock goes by the receipt")
                .isAfter(MORNING.plus(Duration.ofHours(9)));
    }

    private void begin() {
        for (int i = 0; i < MATTERS; i++) {
            TicketOnLog ticket = TicketOnLog.accepted("事项" + i, GRID).dispatched(GRID, Severity.ORDINARY, TERRITORY);
            tickets.put(ticket.id().toString(), ticket);
        }
        Map<String, TicketOnLog> byAssignment = new LinkedHashMap<>();
        await().until(() -> {
            byAssignment.clear();
            List<Map<String, Object>> open =
                    as(WORKER).get("/api/v1/inbox?limit=500").path("items");
            open.forEach(it -> byAssignment.put((String) it.get("id"), tickets.get(it.get("ticket"))));
            byAssignment.values().removeIf(it -> it == null);
            return byAssignment.size() == MATTERS;
        });
        tickets.clear();
        tickets.putAll(byAssignment);
    }

    private List<Map<String, Object>> acts() {
        List<Map<String, Object>> acts = new ArrayList<>();
        int minute = 0;
        for (String id : tickets.keySet()) {
            Instant at = MORNING.plusSeconds(60L * minute++);
            acts.add(captured("SIGN", id, at, Map.of()));
            acts.add(captured("CONTACT", id, at.plusSeconds(10), Map.of("reached", true)));
            acts.add(captured("REPORT", id, at.plusSeconds(20), Map.of("note", "在现场")));
            acts.add(captured("RESOLVE", id, at.plusSeconds(30), Map.of("solved", true, "result", "已处理")));
        }
        return acts;
    }

    /** The desk resolves some for him, gives some back; of some the citizens let be. */
    private void meanwhile() {
        int turn = 0;
        for (Map.Entry<String, TicketOnLog> one : tickets.entrySet()) {
            if (turn++ % 2 == 0) {
                meddled.add(one.getKey());
                if (turn % 3 == 0) {
                    one.getValue().write(Source.INTAKE, new Withdrawn("over"));
                } else {
                    desk(one.getKey(), "signatures", Map.of());
                    desk(one.getKey(), "resolutions", Map.of("solved", true, "result", "同事已办"));
                }
            }
        }
        String list = "/api/v1/assignments?limit=500&phase=";
        await().until(() -> {
            Set<String> over = new HashSet<>();
            List<String> resolved = as(WORKER).get(list + "RESOLVED").path("items.id");
            List<String> ended = as(WORKER).get(list + "ENDED").path("items.id");
            over.addAll(resolved);
            over.addAll(ended);
            return over.containsAll(meddled);
        });
    }

    private static void desk(String assignment, String act, Map<String, ?> body) {
        as(DESK).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/assignments/" + assignment + "/" + act)
                .then()
                .statusCode(201);
    }

    private static Map<String, List<Map<String, Object>>> outcomes(List<Map<String, Object>> sent) {
        List<Map<String, Object>> told =
                Phone.send(WORKER, sent).statusCode(200).extract().path("items");
        assertThat(told).hasSameSizeAs(sent);
        Map<String, List<Map<String, Object>>> byAct = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            assertThat(told.get(i).get("clientId")).isEqualTo(sent.get(i).get("clientId"));
            byAct.computeIfAbsent((String) told.get(i).get("clientId"), id -> new ArrayList<>())
                    .add(told.get(i));
        }
        return byAct;
    }

    private static List<Object> results(List<Map<String, Object>> outcomes) {
        return outcomes.stream().map(it -> it.get("result")).toList();
    }

    private static String written(TicketOnLog ticket, String type) {
        return GridTables.text(
                "select count(*)::text from outbox where ticket_id = ? and attributes->>'type' = ?",
                ticket.id(),
                "org.chuishao.assignment." + type + ".v1");
    }
}
