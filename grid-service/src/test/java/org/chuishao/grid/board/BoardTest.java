package org.chuishao.grid.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.GridTables;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.AssignmentEvent.TicketSupervised;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Each test has a county of 朝阳 to itself, where nothing else is in hand. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class BoardTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Inject
    AddUp addUp;

    @Test
    void whatIsInHandIsCountedByPhaseAtEachLevelAndFollowsEachMove() {
        String grid = grid("211302");
        UUID signed = assignment(grid, "PENDING_SIGN");
        assignment(grid, "PENDING_SIGN");
        assignment("211302", "IN_PROGRESS");
        move(signed, "IN_PROGRESS");

        JsonPath county = board("211302");
        assertThat(county.getMap("total.phases")).isEqualTo(Map.of("PENDING_SIGN", 1, "IN_PROGRESS", 2));
        assertThat(county.getMap("here.phases")).isEqualTo(Map.of("IN_PROGRESS", 1));
        assertThat(phases(county, grid.substring(0, 9))).isEqualTo(Map.of("PENDING_SIGN", 1, "IN_PROGRESS", 1));
        addUp.now().await().atMost(Duration.ofSeconds(30));
        assertThat(board("211302").getMap("total")).isEqualTo(county.getMap("total"));
        assertThat(phases(board(grid.substring(0, 12)), grid)).isEqualTo(Map.of("PENDING_SIGN", 1, "IN_PROGRESS", 1));
        assertThat(phases(board("2113"), "211302")).isEqualTo(Map.of("PENDING_SIGN", 1, "IN_PROGRESS", 2));

        move(signed, "RESOLVED");
        move(signed, "ENDED");
        assertThat(board("211302").getMap("total.phases")).isEqualTo(Map.of("PENDING_SIGN", 1, "IN_PROGRESS", 1));
    }

    @Test
    void whatIsResolvedIsCountedForAWeekAndUntilItComesBack() {
        String grid = grid("211381");
        UUID once = assignment(grid, "IN_PROGRESS");
        UUID again = assignment(grid, "IN_PROGRESS");
        UUID lastYear = assignment(grid, "IN_PROGRESS");
        for (UUID one : new UUID[] {once, again}) {
            resolve(one, "0 days");
        }
        resolve(lastYear, "300 days");
        for (int added = 0; added < 2; added++) {
            JsonPath county = board("211381");
            assertThat(county.getInt("total.resolved")).isEqualTo(2);
            assertThat(county.getMap("total.phases")).isEmpty();
            assertThat(LocalDate.parse(county.getString("resolvedSince")))
                    .isBetween(
                            LocalDate.now(BEIJING).minusDays(7),
                            LocalDate.now(BEIJING).minusDays(6));
            assertThat(board("2113").getInt("items.find { it.code == '211381' }.tally.resolved"))
                    .isEqualTo(2);
            addUp.now().await().atMost(Duration.ofSeconds(30));
            addUp.forget().await().atMost(Duration.ofSeconds(30));
        }
        assertThat(GridTables.text(
                        "select count(*)::text from board_count where region = ? and measure like 'RESOLVED %'", grid))
                .as("what is older than a board tells is forgotten")
                .isEqualTo("1");
        move(once, "ENDED");
        move(again, "IN_PROGRESS");
        assertThat(board("211381").getInt("total.resolved")).isEqualTo(1);
        assertThat(board("211381").getMap("total.phases")).isEqualTo(Map.of("IN_PROGRESS", 1));
    }

    @Test
    void anAssignmentIsAsLateAsItsLatestClock() {
        String grid = grid("211303");
        UUID late = assignment(grid, "IN_PROGRESS");
        assignment(grid, "IN_PROGRESS");
        UUID contact = clock(late);
        UUID resolve = clock(late);

        assertThat(lights()).isEqualTo(Map.of("green", 2, "yellow", 0, "red", 0));
        state(resolve, "APPROACHING");
        assertThat(lights()).isEqualTo(Map.of("green", 1, "yellow", 1, "red", 0));
        state(contact, "MISSED");
        assertThat(lights()).isEqualTo(Map.of("green", 1, "yellow", 0, "red", 1));
        assertThat(board("211303").getInt("total.overdue")).isEqualTo(1);
        GridTables.update("update deadline set stopped_at = now() where id = ?", contact);
        assertThat(lights()).isEqualTo(Map.of("green", 1, "yellow", 1, "red", 0));
        move(late, "RESOLVED");
        assertThat(lights()).isEqualTo(Map.of("green", 1, "yellow", 0, "red", 0));
    }

    @Test
    void ticketsUnderSupervisionStandByTheirHighestLevel() {
        TicketOnLog ticket = TicketOnLog.accepted("冷", grid("211321"));
        ticket.write(Source.GRID, new TicketSupervised(1, "U-TERR-211321", "late"));
        await().untilAsserted(() ->
                assertThat(board("211321").getMap("total.supervised")).isEqualTo(Map.of("1", 1)));
        ticket.write(Source.GRID, new TicketSupervised(2, "U-TERR-2113", "late"));
        await().untilAsserted(() ->
                assertThat(board("2113").getMap("total.supervised")).containsEntry("2", 1));
    }

    @Test
    void aWhistleSoundsOnTheBoardWithWhoHasNotCome() {
        UUID whistle = UUID.randomUUID();
        String community = grid("211322").substring(0, 12);
        GridTables.insertAsSuperuser("""
                insert into whistle (id, ticket_id, kind, region, severity, danger, blower_rank, blower_unit, seen_by, matter,
                    code, phase, quorum, blown_at, sounded_at)
                values (?, gen_random_uuid(), 'COORDINATION', ?, 'URGENT', false, 'COMMUNITY', 'U-B', '{}', '-', '-', 'SOUNDED',
                    1, now(), now())""", whistle, community);
        for (String[] called : new String[][] {{"U-ONE", "ON_SITE"}, {"U-TWO", "SIGNED"}}) {
            GridTables.insertAsSuperuser(
                    "insert into whistle_call (id, whistle_id, place, department, phase, is_open)"
                            + " values (gen_random_uuid(), ?, 0, ?, ?, true)",
                    whistle,
                    called[0],
                    called[1]);
        }
        JsonPath county = board("211322");
        assertThat(county.getMap("total.whistles")).isEqualTo(Map.of("sounding", 1, "awaited", 1));
        assertThat(county.getList("absent.department")).containsExactly("U-TWO");
        assertThat(county.getBoolean("absent[0].signed")).isTrue();
    }

    @Test
    void nobodySeesTheBoardOfAnotherRegion() {
        as(supervisor("2101")).get("/api/v1/regions/2113/board").then().statusCode(404);
        as(supervisor("2113")).get("/api/v1/regions/21/board").then().statusCode(404);
        as(supervisor("2113")).get("/api/v1/regions/211399/board").then().statusCode(404);
    }

    private static Map<String, Object> lights() {
        return board("211303").getMap("total.lights");
    }

    private static JsonPath board(String code) {
        return as(supervisor("2113"))
                .get("/api/v1/regions/" + code + "/board")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> phases(JsonPath board, String child) {
        int place = board.getList("items.code").indexOf(child);
        return board.getMap("items[" + place + "].tally.phases");
    }

    private static UUID assignment(String region, String phase) {
        UUID id = UUID.randomUUID();
        GridTables.update(
                "insert into assignment (id, ticket_id, lead, unit, region, reason, phase, round, severity, created_at)"
                        + " values (?, gen_random_uuid(), true, 'U-BOARD', ?, 'test', ?, 1, 'ORDINARY', now())",
                id,
                region,
                phase);
        return id;
    }

    private static void move(UUID assignment, String phase) {
        GridTables.update("update assignment set phase = ? where id = ?", phase, assignment);
    }

    private static void resolve(UUID assignment, String ago) {
        GridTables.update(
                "update assignment set phase = 'RESOLVED', resolved_at = app_now() - ?::interval where id = ?",
                ago,
                assignment);
    }

    private static UUID clock(UUID assignment) {
        UUID id = UUID.randomUUID();
        GridTables.update("""
                insert into deadline (id, ticket_id, lock_key, round, assignment, act, region, rule, calendar, limit_unit, band,
                    started_at, due_at)
                values (?, gen_random_uuid(), 0, 1, ?, 'RESOLVE', '211303', 'r', 'c', 'd', 1, now(), now())""", id, assignment);
        return id;
    }

    private static void state(UUID clock, String state) {
        GridTables.update("update deadline set state = ? where id = ?", state, clock);
    }

    private static String grid(String county) {
        return as(supervisor("2113"))
                .get("/api/v1/regions?level=6&within=" + county)
                .then()
                .extract()
                .path("items[0].code");
    }
}
