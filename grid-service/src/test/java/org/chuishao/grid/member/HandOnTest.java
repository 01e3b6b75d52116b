package org.chuishao.grid.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.insertAsSuperuser;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.chuishao.grid.member.Moving.SUPERVISOR;
import static org.chuishao.grid.member.Moving.assignment;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What leavers had in hand is handed on whoever else has left, and lies then where its holder is. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HandOnTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void thoseWhoseWorkTheLogDoesNotTakeHoldUpNobody() {
        Moving there = Moving.in(11);
        stuck(there.grid(2), there.office());
        try {
            TicketOnLog ticket = there.dispatched(1, "路灯不亮");
            String id = assignment(there.of(1), ticket);
            there.move(SUPERVISOR, there.id(1), 1, 2).statusCode(201);
            await().atMost(PATIENCE).until(() -> holder(id), not(there.id(1)));
            await().atMost(PATIENCE)
                    .until(
                            () -> text("select count(*)::text from membership where worker = 'W-FREE' and handed_on"),
                            is("1"));
            assertThat(text("select count(*)::text from membership where worker like 'W-STUCK-%' and handed_on"))
                    .as("what is still in their hands is looked at on")
                    .isEqualTo("0");
        } finally {
            insertAsSuperuser("delete from assignment where unit = 'U-STUCK'");
        }
    }

    /** Thirty who left long ago, each with a part that the log knows nothing of; and one with nothing in hand. */
    private static void stuck(String grid, String unit) {
        insertAsSuperuser(
                "insert into worker (id, name, unit, region, valid_from) select w, 'x', ?, ?, '2023-01-01' from"
                        + " (select 'W-STUCK-' || generate_series(1, 30) union all select 'W-FREE') l (w)",
                unit,
                grid);
        insertAsSuperuser(
                "insert into membership (grid, role, worker, valid_from, valid_to, end_seen_at) select ?, 'VOLUNTEER', id,"
                        + " '2023-01-01', '2024-01-01', '2024-01-01' from worker where id like 'W-STUCK-%' or id = 'W-FREE'",
                grid);
        insertAsSuperuser(
                "insert into assignment (id, ticket_id, lead, unit, region, worker, reason, round, severity, created_at)"
                        + " select gen_random_uuid(), gen_random_uuid(), true, 'U-STUCK', ?, 'W-STUCK-' || n, 'x', 1, 'CRITICAL',"
                        + " now() from generate_series(1, 30) n",
                grid);
    }

    @Test
    void aSuccessorOfAnotherGridSeesWhatIsHis() {
        Moving there = Moving.in(12);
        TicketOnLog ticket = there.dispatched(1, "路面塌陷");
        String id = assignment(there.of(1), ticket);
        insertAsSuperuser("update region set valid_to = now() where code = ?", there.grid(1));
        try {
            there.end(SUPERVISOR, 1, there.id(1)).statusCode(201);
            await().atMost(PATIENCE).until(() -> holder(id), not(there.id(1)));
            await().atMost(PATIENCE)
                    .until(() -> ticket.events("assignment.reassigned").size(), is(1));
            String grid = text("select grid from assignment where id = ?", UUID.fromString(id));
            assertThat(grid).isNotEqualTo(there.grid(1)).startsWith(there.community());
            as(worker(holder(id))).get("/api/v1/assignments/" + id).then().statusCode(200);
            assertThat(text("select region from assignment where id = ?", UUID.fromString(id)))
                    .isEqualTo(grid);
            assertThat(text(
                            "select string_agg(distinct region || ' ' || worker, ',') from deadline where assignment = ?"
                                    + " and stopped_at is null",
                            UUID.fromString(id)))
                    .isEqualTo(grid + " " + holder(id));
        } finally {
            insertAsSuperuser("update region set valid_to = null where code = ?", there.grid(1));
        }
    }

    @Test
    void aWhistleForTheCommunityIsHisWhoWorksInTheGridThatItWasBlownFrom() {
        Moving there = Moving.in(9);
        TicketOnLog ticket = TicketOnLog.accepted("燃气泄漏", there.community())
                .dispatched(there.community(), Severity.ORDINARY, there.office());
        String part = "select worker from assignment where ticket_id = ?";
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> text(part, ticket.id()), startsWith("W-" + there.community()));
        String blower = text(part, ticket.id());
        String grid = text("select grid from assignment where ticket_id = ?", ticket.id());
        Bearer him = worker(blower);
        String whistle = Moving.post(
                        him,
                        "/api/v1/whistles",
                        Map.of(
                                "ticket",
                                ticket.id(),
                                "kind",
                                "INDUSTRY",
                                "matter",
                                "请到场",
                                "departments",
                                List.of("U-GAS-CO-211102")))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(text("select region from whistle where id = ?", UUID.fromString(whistle)))
                .isEqualTo(there.community());
        as(him).get("/api/v1/whistles/" + whistle).then().statusCode(200);
        as(him).get("/api/v1/whistles").then().body("items.id", hasItem(whistle));

        String other = grid.equals(there.grid(2)) ? there.grid(3) : there.grid(2);
        Moving.move(SUPERVISOR, blower, grid, other).statusCode(201);
        as(him).get("/api/v1/whistles/" + whistle).then().statusCode(404);
        as(him).get("/api/v1/whistles").then().body("items.id", not(hasItem(whistle)));
        as(SUPERVISOR).get("/api/v1/whistles/" + whistle).then().statusCode(200);
    }

    @Test
    void aChangeOfHandsThatTheLogDidNotTakeIsUndone() {
        Moving there = Moving.in(10);
        TicketOnLog ticket = there.dispatched(1, "井盖松动");
        String id = assignment(there.of(1), ticket);
        UUID part = UUID.fromString(id);
        update(
                "update assignment set worker = ?, grid = ?, region = ? where id = ?",
                there.id(2),
                there.grid(2),
                there.grid(2),
                part);
        update("update deadline set worker = ?, region = ? where assignment = ?", there.id(2), there.grid(2), part);
        ticket.write(
                Source.GRID,
                2,
                part,
                new AssignmentReassigned(
                        there.grid(2), "FULL_TIME_WORKER", there.id(2), "LEFT_GRID", "of another round"));
        await().atMost(PATIENCE).until(() -> holder(id), is(there.id(1)));
        as(there.of(1)).get("/api/v1/assignments/" + id).then().statusCode(200).body("grid", is(there.grid(1)));
        as(there.of(2)).get("/api/v1/assignments/" + id).then().statusCode(404);
        assertThat(text("select string_agg(distinct worker, ',') from deadline where assignment = ?", part))
                .isEqualTo(there.id(1));
    }

    private static String holder(String assignment) {
        return text("select worker from assignment where id = ?", UUID.fromString(assignment));
    }
}
