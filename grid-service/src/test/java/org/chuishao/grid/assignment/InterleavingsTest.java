package org.chuishao.grid.assignment;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.DeadlineEvent;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.RandomLife;
import org.chuishao.mesh.log.ManyLives;
import org.chuishao.mesh.log.Tables;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** However the log is read, and whatever units do meanwhile, the assignments and their clocks are as the log has them. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class InterleavingsTest {

    private static final String SOON = Instant.now().plus(2, ChronoUnit.DAYS).toString();

    private static final Map<String, Map<String, Object>> OF_UNITS = Map.of(
            "signatures", Map.of(),
            "contacts", Map.of("reached", true),
            "arrivals", Map.of("proof", "photo-0"),
            "reports", Map.of("note", "正在处理", "evidence", List.of()),
            "returns", Map.of("basis", "不属本单位职责", "suggestedUnit", "U-GAS-210102", "signedOffBy", "leader-1"),
            "extensions", Map.of("until", SOON, "reason", "等配件"),
            "resolutions", Map.of("solved", true, "result", "已修好", "evidence", List.of("photo-1")));

    private static final Map<String, Map<String, Object>> OF_SUPERVISORS = Map.of(
            "extensions/decision", Map.of("granted", true, "until", SOON, "reason", "可以"),
            "suspensions", Map.of("cause", "WEATHER", "reviewAt", SOON),
            "suspensions/end", Map.of("cause", "CAUSE_OVER"));

    /** What may come of a part that stands so. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "PENDING_SIGN", List.of("signatures", "signatures", "signatures", "returns"),
            "IN_PROGRESS",
                    List.of(
                            "contacts",
                            "arrivals",
                            "reports",
                            "extensions",
                            "extensions/decision",
                            "suspensions",
                            "resolutions",
                            "resolutions",
                            "returns"),
            "SUSPENDED", List.of("suspensions/end", "reports", "extensions/decision"));

    /** Assignments and clocks are moved by grid alone; what units do is done by its API. */
    private static final Set<EventType> ITS_OWN = Arrays.stream(EventType.values())
            .filter(type -> AssignmentEvent.class.isAssignableFrom(type.data())
                    || DeadlineEvent.class.isAssignableFrom(type.data()))
            .filter(type -> type != EventType.GRID_REPORTED && type != EventType.PLACE_VERIFIED)
            .collect(toUnmodifiableSet());

    private static final Bearer SUPERVISOR = supervisor("21");

    private static int done;

    @Test
    void assignments_and_clocks_are_what_the_plain_model_says() throws Exception {
        try (ManyLives lives = new ManyLives("grid", ITS_OWN, 50)) {
            Tables tables = lives.tables();
            String words =
                    new Sealer(Mesh.shared().secrets().log()).seal("暖气不热").value();
            lives.live(
                    number -> Ids.next(),
                    json -> json.replace("k1.AAAA", words),
                    (ticket, chance) -> somebodyActs(tables, ticket, chance));

            lives.agree();
            assertThat(done)
                    .as("acts by the API that were taken")
                    .isGreaterThan(lives.all().size() / 10);
            lives.all().forEach(life -> {
                theAssignmentsAgree(tables, life);
                whoeverHasItHasAClock(tables, life);
            });
        }
    }

    private static void somebodyActs(Tables tables, RandomLife ticket, Random chance) {
        List<List<Object>> open = tables.rows("select id, unit, phase from assignment where is_open and ticket_id = '"
                + ticket.ticket() + "' order by id");
        if (open.isEmpty()) {
            return;
        }
        List<Object> one = open.get(chance.nextInt(open.size()));
        List<String> acts = USUAL.getOrDefault((String) one.get(2), List.of("signatures", "resolutions"));
        String act = acts.get(chance.nextInt(acts.size()));
        boolean unit = OF_UNITS.containsKey(act);
        int status = as(unit ? unit((String) one.get(1)) : SUPERVISOR)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(unit ? OF_UNITS.get(act) : OF_SUPERVISORS.get(act))
                .post("/api/v1/assignments/" + one.get(0) + "/" + act)
                .statusCode();
        // what is asked for may lie beyond the bounds of the ticket's level
        assertThat(status).as(act).isIn(201, 400, 409);
        done += status == 201 ? 1 : 0;
    }

    private static void theAssignmentsAgree(Tables tables, RandomLife life) {
        List<List<Object>> kept =
                tables.rows("select id, unit, lead, round, phase, contacted, solved, extension from assignment"
                        + " where ticket_id = '" + life.ticket() + "'");
        for (List<Object> row : kept) {
            RandomLife.Part part = life.parts().get((UUID) row.get(0));
            if (part == null) {
                assertThat(row.get(4))
                        .as("an assignment that came too late: %s", row)
                        .isEqualTo("ENDED");
            } else {
                assertThat(new RandomLife.Part(
                                (String) row.get(1),
                                (Boolean) row.get(2),
                                (Integer) row.get(3),
                                (String) row.get(4),
                                (Boolean) row.get(5),
                                (Boolean) row.get(6),
                                (String) row.get(7)))
                        .as("%s: %s", life, row.get(0))
                        .isEqualTo(part);
            }
        }
        assertThat(kept.stream().map(row -> (UUID) row.get(0)).toList())
                .as("%s: assignments", life)
                .containsAll(life.parts().keySet());
        assertThat(tables.rows(
                        "select waiting from verification where waiting and ticket_id = '" + life.ticket() + "'"))
                .as("%s: looked at", life)
                .hasSize(life.state().equals("VERIFYING") ? 1 : 0);
    }

    /**
     * No ticket that lies with a unit is without one, nor the unit's part without a clock; that of the result stands still
     * while the part does, and what is over has none.
     */
    private static void whoeverHasItHasAClock(Tables tables, RandomLife life) {
        if (Set.of("PENDING_SIGN", "IN_PROGRESS", "RETURN_REVIEW", "SUSPENDED", "REWORK")
                .contains(life.state())) {
            assertThat(life.parts().values())
                    .as("%s: a lead has it", life)
                    .anyMatch(part -> part.lead() && part.round() == life.round());
        }
        for (List<Object> row :
                tables.rows("select phase, array_to_string(array(select distinct d.state from deadline d"
                        + " where d.assignment = a.id and d.act = 'RESOLVE' and d.stopped_at is null order by 1), ' '), a.id"
                        + " from assignment a where ticket_id = '" + life.ticket() + "'")) {
            assertThat((String) row.get(1))
                    .as("%s: the clock of the result: %s", life, row)
                    .matches(clock((String) row.get(0)));
        }
    }

    private static String clock(String phase) {
        return switch (phase) {
            case "PENDING_SIGN", "IN_PROGRESS", "RETURN_REVIEW" -> "RUNNING|APPROACHING|MISSED";
            case "SUSPENDED" -> "PAUSED|MISSED";
            default -> "ANNULLED|MISSED|";
        };
    }
}
