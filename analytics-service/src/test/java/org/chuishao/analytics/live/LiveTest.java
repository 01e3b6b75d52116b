package org.chuishao.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.chuishao.analytics.cockpit.Asks.unit;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.cockpit.Lives;
import org.chuishao.analytics.figures.Database;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class LiveTest {

    @TestHTTPResource("/")
    String base;

    @Inject
    LiveLines lines;

    private Lives lives;

    @BeforeEach
    void open() {
        lives = new Lives();
    }

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    void who_listens_hears_what_happens_in_words_and_without_names() throws Exception {
        try (LiveClient client = listening(analyst("2150"), "21")) {
            UUID ticket = lives.complains("215001001001");
            lives.dispatched(ticket, "U-LI-UNIT", "215001001001", null);
            List<String> heard = client.until("assignment.created");

            assertThat(heard)
                    .filteredOn(it -> it.startsWith("event:"))
                    .hasSize(5)
                    .allMatch(it -> it.endsWith("ticket"));
            assertThat(heard)
                    .filteredOn(it -> it.contains("ticket.dispatched"))
                    .singleElement()
                    .satisfies(it -> assertThat(it)
                            .contains("\"ticket\":\"" + ticket, "\"number\":\"N-" + ticket, "\"label\":\"派单\"")
                            .contains("\"state\":\"PENDING_SIGN\"", "\"stateLabel\":\"待签收\"", "\"late\":false")
                            .contains("\"category\":\"" + Lives.COLD)
                            .doesNotContain("cockpit-caller", "k.words"));
            assertThat(marks(heard)).hasSizeGreaterThanOrEqualTo(5).isSorted();
        }
    }

    @Test
    void each_hears_what_lies_in_his_scope_and_in_the_region_asked_for() throws Exception {
        try (LiveClient county = listening(analyst("215002"), "21");
                LiveClient town = listening(analyst("2150"), "215002002");
                LiveClient department = listening(unit("U-LI-MINE"), "21")) {
            UUID elsewhere = lives.complains("215003001001");
            UUID here = lives.complains("215002001001");
            UUID there = lives.complains("215002002001");
            UUID mine = lives.complains("215003001001");
            lives.dispatched(mine, "U-LI-MINE", "215003001001", null);
            lives.says(there, Source.INTAKE, null, new TicketAccepted("215002002001"));

            assertThat(county.untilAll(here.toString(), there.toString(), "\"late\":true"))
                    .noneMatch(it -> it.contains(elsewhere.toString()))
                    .anyMatch(it -> it.contains(here.toString()))
                    .anyMatch(it -> it.contains(there.toString()));
            assertThat(town.until("\"late\":true")).noneMatch(it -> it.contains(here.toString()));
            assertThat(department.until("assignment.created"))
                    .filteredOn(it -> it.startsWith("data:"))
                    .allMatch(it -> it.contains(mine.toString()));
        }
        ask(analyst("215002"), "/live?region=215003").statusCode(404);
        ask(Bearer.of("grid-worker").worker("W-1"), "/live").statusCode(403);
    }

    @Test
    void who_comes_back_goes_on_behind_what_he_had_and_misses_nothing() throws Exception {
        List<String> heard;
        try (LiveClient client = listening(analyst("215004"), "21")) {
            lives.complains("215004001001");
            heard = client.until("ticket.accepted");
        }
        UUID meanwhile = lives.complains("215004001001");
        long last = marks(heard).get(marks(heard).size() - 1);
        try (LiveClient again = new LiveClient(base(), analyst("215004"), "21", Long.toString(last))) {
            List<String> missed = new ArrayList<>(again.until("ticket.classified"));
            missed.addAll(again.until("ticket.classified"));
            assertThat(missed).filteredOn(it -> it.startsWith("event:")).hasSize(4);
            assertThat(marks(missed)).allMatch(mark -> mark >= last).isSorted();
            assertThat(missed)
                    .filteredOn(it -> it.contains(meanwhile.toString()))
                    .hasSize(3);
        }
    }

    @Test
    void who_was_away_for_too_long_is_told_so() throws Exception {
        try (LiveClient client = new LiveClient(base(), analyst("215005"), "21", "999999999999")) {
            assertThat(client.until("\"mark\"")).anyMatch(it -> it.equals("event:resync"));
        }
        ask(analyst("21"), "/live?region=x").statusCode(400).body("errors.field", hasItem("region"));
    }

    @Test
    void nobody_takes_every_place_and_who_hangs_up_gives_his_back() throws Exception {
        Bearer many = analyst("215011").subject("live-many");
        List<LiveClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                clients.add(listening(many, "21"));
            }
            ask(many, "/live").statusCode(429);
        } finally {
            clients.forEach(LiveClient::close);
        }
        await().atMost(SOON).untilAsserted(() -> {
            try (LiveClient again = new LiveClient(base(), many, "21", null)) {
                assertThat(again.status()).isEqualTo(200);
            }
        });
    }

    @Test
    void of_a_report_only_where_and_what_is_told() throws Exception {
        try (LiveClient client = listening(analyst("215006"), "21")) {
            UUID ticket = lives.complains("215006001001", Kind.REPORT, false);
            assertThat(client.until("ticket.classified"))
                    .noneMatch(it -> it.contains(ticket.toString()) || it.contains(Lives.COLD))
                    .anyMatch(it -> it.contains("\"region\":\"215006001001\""));
        }
    }

    @Test
    void a_verdict_is_heard_as_a_warning() throws Exception {
        UUID id = UUID.randomUUID();
        Database.run(
                "analytics_reader",
                "insert into warning values ('" + id + "', 'CLUSTER', '" + id
                        + "', 'RED', 'RAISED', '215007001', 'NOISE'," + " null, '" + id
                        + "', 5, now(), now(), now(), now(), 5, 5)");
        try (LiveClient client = listening(analyst("2150"), "215007")) {
            io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(org.chuishao.testkit.Mesh.shared().mint().token(analyst("2150")))
                    .contentType("application/json")
                    .body("{\"verdict\":\"CONFIRMED\",\"reason\":\"已核实\"}")
                    .post("/api/v1/warnings/" + id + "/verdicts")
                    .then()
                    .statusCode(204);
            List<String> heard = client.until("warning.judged");
            assertThat(heard).contains("event:warning");
            assertThat(heard.get(heard.size() - 1) + heard)
                    .contains("\"ruleLabel\":\"多人同诉\"", "\"level\":\"RED\"", "\"state\":\"CONFIRMED\"", id.toString());
        }
    }

    @Test
    void what_is_old_is_taken_out_and_what_is_not_stays() throws SQLException {
        for (int hours : new int[] {0, 2}) {
            Database.run(
                    "analytics_reader",
                    "insert into live_line (said_at, at, warning, region, units, type, state, late) values (now() - interval '"
                            + hours + " hours', now(), false, '215008', '{}', 'test', 'CLOSED', false)");
        }
        lines.takeOut().await().atMost(SOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        Database.rows("analytics_reader", "select count(*) from live_line where region = '215008'"))
                .containsExactly("1"));
    }

    /** A writer who was given the lower number commits last: nobody was told of the higher one before. */
    @Test
    void no_mark_is_told_while_a_lower_one_may_still_appear() throws Exception {
        String line = "insert into live_line (at, warning, region, units, subject, type, state, late)"
                + " values (now(), false, '215009001001', '{}', '%s', 'ticket.closed', 'CLOSED', false)";
        UUID slow = UUID.randomUUID();
        UUID fast = UUID.randomUUID();
        try (LiveClient client = listening(analyst("215009"), "21");
                Database.Open first = Database.open("analytics_reader");
                Database.Open second = Database.open("analytics_reader")) {
            first.run("select begin_live_lines()");
            first.run(line.formatted(slow));
            second.run("select begin_live_lines()");
            second.run(line.formatted(fast));
            second.commit();
            long settled = Long.parseLong(Database.rows("analytics_app", "select settled_live_lines()")
                    .get(0));
            assertThat(Database.rows(
                            "analytics_reader",
                            "select 1 from live_line where seq <= " + settled + " and subject = '" + fast + "'"))
                    .isEmpty();
            first.commit();
            assertThat(client.until(fast.toString())).anyMatch(it -> it.contains(slow.toString()));
        }
    }

    private LiveClient listening(Bearer bearer, String region) throws Exception {
        return new LiveClient(base(), bearer, region, null).listening();
    }

    private String base() {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private static List<Long> marks(List<String> heard) {
        return heard.stream()
                .filter(it -> it.startsWith("id:"))
                .map(it -> Long.parseLong(it.substring(3).strip()))
                .toList();
    }
}
