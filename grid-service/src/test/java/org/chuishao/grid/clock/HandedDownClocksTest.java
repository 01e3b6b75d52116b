package org.chuishao.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.clock.Clocks.GRID;
import static org.chuishao.grid.clock.Clocks.TERRITORY;
import static org.chuishao.grid.clock.Clocks.WORKER;
import static org.chuishao.grid.clock.Clocks.act;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.log.GridTables.update;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.log.RelayStop;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What is handed down has clocks of its own, inside those of the unit above. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HandedDownClocksTest {

    private static final Bearer TOWN = unit("U-TERR-210102001");

    @Test
    void aPartThatIsHandedDownHasItsClocksFromTheCommitAndNoneEndsAfterTheOneAbove() {
        TicketOnLog ticket = dispatched();
        String id = signed(ticket);
        update(
                "update deadline set due_at = app_now() + interval '90 minutes' where assignment = ?::uuid and act = 'RESOLVE'",
                id);
        try (RelayStop away = new RelayStop()) {
            String child = handDown(id);
            assertThat(acts(child)).isEqualTo("CONTACT RESOLVE SIGN SIGN_HARD");
            assertThat(text(
                            "select count(*) from deadline c join deadline p on p.assignment = ?::uuid and p.act = 'RESOLVE'"
                                    + " where c.assignment = ?::uuid and c.act in ('RESOLVE', 'CONTACT') and c.due_at = p.due_at",
                            id,
                            child))
                    .isEqualTo("2");
            act(WORKER, child, "signatures", Map.of()).statusCode(201);
            assertThat(state(child, "SIGN")).isEqualTo("STOPPED");
        }
        await().until(() -> ticket.events("deadline.armed"), hasSize(2));
        assertThat(state(child(ticket), "SIGN")).isEqualTo("STOPPED");
    }

    @Test
    void whenThePartAboveIsDoneNothingIsOwedBelowAndWhenItIsSentBackItIsOwedAgain() {
        TicketOnLog ticket = dispatched();
        String id = signed(ticket);
        String child = handDown(id);
        act(WORKER, child, "signatures", Map.of()).statusCode(201);
        try (RelayStop away = new RelayStop()) {
            act(TOWN, id, "resolutions", Map.of("solved", true, "result", "已修")).statusCode(201);
            assertThat(state(child, "RESOLVE")).isEqualTo("STOPPED");
        }
        await().until(() -> ticket.events("assignment.resolved"), hasSize(1));
        ticket.write(Source.INTAKE, new Reviewed(false, null));
        await().until(() -> state(child, "RESOLVE"), is("RUNNING"));
        assertThat(state(id, "RESOLVE")).isEqualTo("RUNNING");
        assertThat(state(child, "SIGN")).isEqualTo("STOPPED");
    }

    @Test
    void aPartThatTheLogDidNotTakeHasNoClocks() {
        TicketOnLog ticket = dispatched();
        String id = signed(ticket);
        String child;
        try (RelayStop away = new RelayStop()) {
            child = handDown(id);
            ticket.write(Source.INTAKE, new Withdrawn("over"));
            await().until(() -> state(id, "RESOLVE"), is("ANNULLED"));
        }
        await().until(() -> state(child, "RESOLVE"), is("ANNULLED"));
    }

    private static TicketOnLog dispatched() {
        return TicketOnLog.accepted("路面坑洼", GRID).dispatched(GRID, Severity.ORDINARY, "U-TERR-210102001");
    }

    private static String signed(TicketOnLog ticket) {
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(TOWN).get(path).path("items.size()"), is(1));
        String id = as(TOWN).get(path).path("items[0].id");
        await().until(() -> acts(id), is("CONTACT RESOLVE SIGN SIGN_HARD"));
        act(TOWN, id, "signatures", Map.of()).statusCode(201);
        await().until(() -> ticket.events("assignment.signed"), hasSize(1));
        return id;
    }

    private static String handDown(String id) {
        return as(TOWN).header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("unit", TERRITORY))
                .post("/api/v1/assignments/" + id + "/handdowns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String child(TicketOnLog ticket) {
        return text("select id from assignment where ticket_id = ? and parent is not null", ticket.id());
    }

    private static String acts(String id) {
        return text("select string_agg(act, ' ' order by act) from deadline where assignment = ?::uuid", id);
    }

    private static String state(String id, String act) {
        return text("select state from deadline where assignment = ?::uuid and act = ?", id, act);
    }
}
