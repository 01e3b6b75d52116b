package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.REVIEWER;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.keyed;
import static org.chuishao.intake.Intake.submitted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.RandomLife;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ManyLives;
import org.chuishao.mesh.log.Tables;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** However the log is read, and whatever agents do meanwhile, tickets and timelines are as the log has them. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class InterleavingsTest {

    /** What intake owes in a state, as far as it has clocks for it. */
    private static final Map<String, String> OWED = Map.of(
            "RECEIVED", "ACCEPT",
            "NEEDS_INFO", "SUPPLEMENT",
            "PENDING_REVIEW", "REVIEW",
            "PENDING_CALLBACK", "CALLBACK");

    private static int done;

    @Test
    void ticketsAndTimelinesAreWhatThePlainModelSays() throws Exception {
        Intake.ready();
        try (ManyLives lives = new ManyLives("intake", Set.of(EventType.TICKET_RECEIVED), 15)) {
            String words = RestOfMesh.SEALER.seal("暖气不热").value();
            lives.live(
                    InterleavingsTest::submittedOrFoundOnPatrol,
                    json -> json.replace("k1.AAAA", words),
                    InterleavingsTest::somebodyActs);

            lives.agree();
            assertThat(done)
                    .as("acts by the API that were taken")
                    .isGreaterThan(lives.all().size() / 10);
            Set<String> clocked = lives.tables().clocked();
            for (RandomLife life : lives.all()) {
                whatIsOwedHasAClock(lives.tables(), clocked, life);
                theTicketAgrees(lives.tables(), life);
                theTimelineAgrees(lives.tables(), life);
                theCallsAgree(lives.tables(), life);
            }
        }
    }

    /** No ticket that waits for intake is without a running clock, and none runs for what is not waited for. */
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
    }

    private static UUID submittedOrFoundOnPatrol(int number) {
        if (number % 5 == 0) {
            return Ids.next();
        }
        Map<String, Object> ticket = complaint();
        ticket.put("channel", number % 2 == 0 ? "PHONE" : "WEB");
        return submitted(ticket);
    }

    private static void somebodyActs(RandomLife ticket, Random chance) {
        switch (ticket.state()) {
            case "RECEIVED" -> post(AGENT, ticket, "acceptances", Map.of("region", COMMUNITY));
            case "PENDING_REVIEW" -> post(REVIEWER, ticket, "reviews", Map.of("passed", chance.nextInt(4) > 0));
            case "PENDING_CALLBACK", "ANSWERED" -> post(AGENT, ticket, "callbacks", verdict(chance));
            case "CLOSED" -> post(AGENT, ticket, "reopenings", Map.of("reason", "又不热了"));
            case "PENDING_DISPATCH" -> post(AGENT, ticket, "answers", Map.of("answer", "已有答复"));
            case "IN_PROGRESS" -> post(AGENT, ticket, "withdrawals", Map.of("reason", "SETTLED_BY_ITSELF"));
            default -> post(AGENT, ticket, "secrecy", Map.of("secret", chance.nextBoolean(), "reason", "举报人要求"));
        }
    }

    private static Map<String, Object> verdict(Random chance) {
        return chance.nextInt(3) == 0
                ? Map.of("reached", false)
                : Map.of(
                        "reached",
                        true,
                        "contacted",
                        true,
                        "solved",
                        chance.nextBoolean(),
                        "satisfaction",
                        "NOT_SATISFIED");
    }

    private static void post(Bearer by, RandomLife ticket, String act, Map<String, ?> body) {
        int status = keyed(by)
                .body(body)
                .post(TICKETS + "/" + ticket.ticket() + "/" + act)
                .statusCode();
        assertThat(status).as(act).isIn(201, 404, 409);
        done += status == 201 ? 1 : 0;
    }

    private static void theTicketAgrees(Tables tables, RandomLife life) throws SQLException {
        List<List<Object>> kept =
                tables.rows("select state, round, region, category, severity, secret, lead_unit, closed_at is not null,"
                        + " units_in_hand from ticket where id = '" + life.ticket() + "'");
        if (kept.isEmpty()) {
            assertThat(life.state()).as("%s: without a row", life).isEqualTo("UNSEEN");
            return;
        }
        List<Object> row = kept.get(0);
        if (life.state().equals("UNSEEN")) {
            return;
        }
        assertThat(row.subList(0, 8))
                .as("%s: row", life)
                .isEqualTo(Arrays.asList(
                        life.state(),
                        life.round(),
                        life.region(),
                        life.category(),
                        life.severity(),
                        life.secret(),
                        life.leadUnit(),
                        State.valueOf(life.state()).settled()));
        String[] inHand = (String[]) ((Array) row.get(8)).getArray();
        Set<String> known = Set.copyOf(
                life.parts().values().stream().map(RandomLife.Part::unit).toList());
        assertThat(known).as("%s: units that have it in hand", life).containsAll(List.of(inHand));
    }

    /** All that was said, once, in the log's order, with what came too late marked as such. */
    private static void theTimelineAgrees(Tables tables, RandomLife life) {
        assertThat(tables.rows("select event_id, type, late, state from ticket_event where ticket_id = '"
                        + life.ticket() + "' order by position"))
                .as("%s: timeline", life)
                .isEqualTo(life.heard().stream()
                        .map(it -> List.<Object>of(
                                it.event().id(), it.event().type().shortName(), !it.counts(), it.state()))
                        .toList());
    }

    private static void theCallsAgree(Tables tables, RandomLife life) {
        for (List<Object> row : tables.rows(
                "select round, attempt, annulled from callback where ticket_id = '" + life.ticket() + "'")) {
            boolean counted = life.heard().stream()
                    .anyMatch(it -> it.counts()
                            && it.event().source() == Source.INTAKE
                            && it.event().round() == (int) row.get(0)
                            && it.event().data() instanceof CalledBack call
                            && call.attempt() == (int) row.get(1));
            assertThat(counted || (boolean) row.get(2))
                    .as("%s: a call back that counts nowhere is annulled: %s", life, row)
                    .isTrue();
        }
    }
}
