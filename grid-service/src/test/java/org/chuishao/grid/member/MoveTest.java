package org.chuishao.grid.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.GridTables.insertAsSuperuser;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.member.Moving.SUPERVISOR;
import static org.chuishao.grid.member.Moving.assignment;
import static org.chuishao.grid.member.Moving.inbox;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.inbox.StreamClient;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.DispatchEvent.VerificationRequested;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Who leaves a grid sees no more of it, though his token lives on; what he had in hand is another's. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MoveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    @Test
    void whoIsMovedSeesTheOldGridNoMoreAndTheSuccessorHasHisWork() throws Exception {
        Moving there = Moving.in(0);
        Bearer mover = there.of(1);
        Bearer successor = there.of(3);
        there.begin(SUPERVISOR, 1, there.id(3), Map.of("backup", true)).statusCode(201);
        there.end(SUPERVISOR, 2, there.id(2)).statusCode(201);

        TicketOnLog unsigned = there.dispatched(1, "路灯不亮");
        TicketOnLog signed = there.dispatched(1, "垃圾未清");
        String first = assignment(mover, unsigned);
        String second = assignment(mover, signed);
        act(mover, second, "signatures", Map.of());
        UUID photo = photo(second);
        as(mover).get("/api/v1/evidence/" + photo).then().statusCode(200);
        TicketOnLog asked = asked(there.grid(1));
        await().atMost(PATIENCE).until(() -> verification(mover, asked), is(200));
        String report = patrol(mover, there.grid(1));
        String whistle = blown(mover, signed);
        String since = as(mover).get("/api/v1/sync").path("next");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notifications(mover, there)).isPositive());

        String inGrid = "/api/v1/assignments?region=" + there.grid(1);
        assertThat(inbox(mover)).contains(first, second);
        as(mover).get(inGrid).then().body("items.id", hasItem(first));
        as(mover).get("/api/v1/evidence?assignment=" + second).then().body("items", not(empty()));
        as(mover).get("/api/v1/sync").then().body("tasks.id", hasItem(first));
        as(mover).get("/api/v1/patrol-reports").then().body("items.id", hasItem(report));
        as(mover).get("/api/v1/whistles").then().body("items.id", hasItem(whistle));
        as(mover).get("/api/v1/deadlines").then().body("items", not(empty()));

        try (StreamClient stream = new StreamClient(base.toString().replaceAll("/$", ""), mover)) {
            stream.until(":", PATIENCE);
            there.move(SUPERVISOR, there.id(1), 1, 2).statusCode(201).body("items.grid", is(List.of(there.grid(2))));
            long moved = System.nanoTime();

            // at once, whatever is still to be handed on
            for (String id : List.of(first, second)) {
                as(mover).get("/api/v1/assignments/" + id).then().statusCode(404);
                as(mover).get("/api/v1/evidence?assignment=" + id).then().body("items", empty());
            }
            as(mover).get(inGrid).then().body("items", empty());
            assertThat(inbox(mover)).doesNotContain(first, second);
            as(mover).get("/api/v1/sync").then().body("tasks.id", not(hasItem(first)));
            as(mover).get("/api/v1/evidence/" + photo).then().statusCode(404);
            as(mover).get("/api/v1/patrol-reports").then().body("items.id", not(hasItem(report)));
            as(mover).get("/api/v1/whistles/" + whistle).then().statusCode(404);
            as(mover).get("/api/v1/whistles").then().body("items.id", not(hasItem(whistle)));
            as(mover).get("/api/v1/deadlines").then().body("items", empty());
            assertThat(verification(mover, asked)).isEqualTo(404);
            assertThat(notifications(mover, there)).isZero();
            as(mover)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .post("/api/v1/assignments/" + first + "/signatures")
                    .then()
                    .statusCode(404);
            assertThat(Duration.ofNanos(System.nanoTime() - moved)).isLessThan(Duration.ofSeconds(5));

            await().atMost(PATIENCE).until(() -> inbox(successor).containsAll(List.of(first, second)));
            for (String id : List.of(first, second)) {
                assertThat(text(
                                "select string_agg(distinct worker, ',') from deadline where assignment = ?"
                                        + " and stopped_at is null",
                                UUID.fromString(id)))
                        .isEqualTo(there.id(3));
            }
            as(successor)
                    .get("/api/v1/assignments/" + second)
                    .then()
                    .body("worker", is(there.id(3)))
                    .body("phase", is("IN_PROGRESS"))
                    .body("reason", is("the role is vacant, the backup holds it"));
            await().atMost(PATIENCE).until(() -> verification(successor, asked), is(200));
            await().atMost(PATIENCE).until(() -> signed.events("assignment.reassigned"), hasSize(1));
            assertThat(signed.events("assignment.reassigned").get(0).value())
                    .contains(there.id(3), "LEFT_GRID", "the role is vacant");
            await().atMost(PATIENCE).untilAsserted(() -> as(mover)
                    .get("/api/v1/sync?since=" + since)
                    .then()
                    .body("ended.id", hasItem(first))
                    .body("ended.id", hasItem(second)));

            // he is told that they are gone, and nothing after it
            stream.until("data:{\"assignment\":\"" + first, PATIENCE);
            act(successor, first, "signatures", Map.of());
            TicketOnLog own = there.dispatched(2, "井盖松动");
            String his = assignment(mover, own);
            List<String> heard = stream.until("data:{\"assignment\":\"" + his, PATIENCE);
            assertThat(heard)
                    .filteredOn(line -> line.startsWith("data:") && line.contains(there.grid(1)))
                    .allMatch(line -> line.contains("\"REASSIGNED\""));
            assertThat(inbox(mover)).contains(his);
        }
        as(SUPERVISOR)
                .get("/api/v1/workers/" + there.id(1) + "/memberships")
                .then()
                .body("items.grid", is(List.of(there.grid(2), there.grid(1))))
                .body("items[1].validTo", equalTo(validFrom(there)));
    }

    @Test
    void whereNobodyHoldsTheRoleTheDeskHasIt() {
        Moving there = Moving.in(1);
        TicketOnLog ticket = there.dispatched(1, "路面塌陷");
        String id = assignment(there.of(1), ticket);
        there.end(SUPERVISOR, 1, "W-" + there.community() + "-CHIEF").statusCode(201);
        there.end(SUPERVISOR, 1, there.id(1)).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> as(unit(there.office()))
                .get("/api/v1/assignments/" + id)
                .then()
                .body("worker", nullValue())
                .body("phase", is("PENDING_SIGN")));
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.reassigned"), hasSize(1));
        as(unit(there.office())).get("/api/v1/inbox").then().body("items.id", hasItem(id));
        assertThat(text(
                        "select region || coalesce(grid, ' no grid') from assignment where id = ?",
                        UUID.fromString(id)))
                .isEqualTo(there.grid(1) + " no grid");
    }

    @Test
    void aResultThatComesBackFromItsReviewComesToTheSuccessor() {
        Moving there = Moving.in(2);
        TicketOnLog ticket = there.dispatched(1, "楼道堆物");
        String id = assignment(there.of(1), ticket);
        act(there.of(1), id, "signatures", Map.of());
        act(there.of(1), id, "contacts", Map.of("reached", true));
        act(there.of(1), id, "resolutions", Map.of("solved", true, "result", "已清理"));
        await().atMost(PATIENCE).until(() -> ticket.events("assignment.resolved"), hasSize(1));
        await().atMost(PATIENCE)
                .until(
                        () -> text("select state ->> 'state' from ticket_fold where ticket_id = ?", ticket.id()),
                        is("PENDING_REVIEW"));
        there.move(SUPERVISOR, there.id(1), 1, 2).statusCode(201);
        await().atMost(PATIENCE)
                .until(
                        () -> text("select worker from assignment where id = ?", UUID.fromString(id)),
                        is("W-" + there.community() + "-CHIEF"));
    }

    private static void act(Bearer who, String id, String act, Map<String, ?> body) {
        Moving.post(who, "/api/v1/assignments/" + id + "/" + act, body).statusCode(201);
    }

    private static String validFrom(Moving there) {
        return as(SUPERVISOR)
                .get("/api/v1/workers/" + there.id(1) + "/memberships")
                .path("items[0].validFrom");
    }

    /** One that has arrived, as the store would have it. */
    private static UUID photo(String assignment) {
        UUID id = UUID.randomUUID();
        insertAsSuperuser(
                "insert into evidence (id, assignment_id, unit, uploaded_by, declared_type, declared_hash, size, created_at,"
                        + " touched_at) values (?, ?, 'U', 's', 'image/jpeg', 'h', 1, now(), now())",
                id,
                UUID.fromString(assignment));
        return id;
    }

    private static TicketOnLog asked(String grid) {
        Sealer sealer = new Sealer(Mesh.shared().secrets().log());
        return TicketOnLog.accepted("夜市占道", grid)
                .write(Source.ROUTING, new VerificationRequested(grid, sealer.seal("是否占道？")));
    }

    private static int verification(Bearer who, TicketOnLog ticket) {
        return as(who).get("/api/v1/verifications/" + ticket.id()).statusCode();
    }

    private static int notifications(Bearer who, Moving there) {
        return as(who).get("/api/v1/notifications?region=" + there.grid(1)).path("items.size()");
    }

    private static String patrol(Bearer who, String grid) {
        Map<String, Object> found =
                new HashMap<>(Map.of("grid", grid, "title", "井盖松动", "content", "三号楼前井盖松动", "solvedOnSpot", true));
        return Moving.post(who, "/api/v1/patrol-reports", found)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String blown(Bearer who, TicketOnLog ticket) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "ticket", ticket.id(), "kind", "INDUSTRY", "matter", "请到场", "departments", List.of("U-GAS-CO-211102")));
        body.put("site", Map.of("longitude", 122.07, "latitude", 41.12, "crs", "WGS84"));
        return Moving.post(who, "/api/v1/whistles", body)
                .statusCode(201)
                .extract()
                .path("id");
    }
}
