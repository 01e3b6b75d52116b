package org.chuishao.grid.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.GridTables.text;
import static org.chuishao.grid.whistle.Blowing.COMMUNITY_DESK;
import static org.chuishao.grid.whistle.Blowing.GAS;
import static org.chuishao.grid.whistle.Blowing.HEATING;
import static org.chuishao.grid.whistle.Blowing.POLICE;
import static org.chuishao.grid.whistle.Blowing.WORKER;
import static org.chuishao.grid.whistle.Blowing.arrive;
import static org.chuishao.grid.whistle.Blowing.blow;
import static org.chuishao.grid.whistle.Blowing.blown;
import static org.chuishao.grid.whistle.Blowing.clocks;
import static org.chuishao.grid.whistle.Blowing.dispatched;
import static org.chuishao.grid.whistle.Blowing.get;
import static org.chuishao.grid.whistle.Blowing.sign;
import static org.chuishao.grid.whistle.Blowing.step;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.IntakeEvent.Archived;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A whistle sounds on where its ticket is settled, and ends where its ticket is archived. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class EndWithTicketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aWhistleThatStillSoundsEndsWithItsTicketAndTheDepartmentsAreTold() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        String id = blown(WORKER, ticket, "INDUSTRY", GAS, HEATING);
        told(HEATING, ticket, "WHISTLED&state=DELIVERED");
        told(GAS, ticket, "WHISTLED&state=DELIVERED");
        sign(id, GAS);
        arrive(id, GAS);
        String waiting = blow(COMMUNITY_DESK, ticket, "COORDINATION", Map.of(), POLICE)
                .statusCode(201)
                .extract()
                .path("id");

        ticket.write(Source.INTAKE, new Withdrawn("matter-over"));
        ticket.write(Source.INTAKE, new Archived("seal"));

        for (String whistle : new String[] {id, waiting}) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> get(COMMUNITY_DESK, whistle).body("phase", is("CLOSED")));
        }
        assertThat(text(
                        "select count(*) from deadline where ticket_id = ? and act like 'WHISTLE%'"
                                + " and state in ('RUNNING', 'APPROACHING', 'PAUSED')",
                        ticket.id()))
                .isEqualTo("0");
        assertThat(text(
                        "select count(*) from deadline where ticket_id = ? and act like 'WHISTLE%'"
                                + " and next_at is not null",
                        ticket.id()))
                .isEqualTo("0");
        assertThat(clocks(ticket, HEATING)).isEqualTo("SIGN ANNULLED, ARRIVE ANNULLED");
        assertThat(text("select count(*) from whistle_call where whistle_id = ?::uuid and is_open", id))
                .isEqualTo("0");
        told(HEATING, ticket, "CALLED_OFF");
        told(GAS, ticket, "CALLED_OFF");
        assertThat(text(
                        "select count(*) from notification where ticket_id = ? and matter = 'CALLED_OFF' and unit = ?",
                        ticket.id(),
                        POLICE))
                .as("nobody is called off who was never called")
                .isEqualTo("0");
        assertThat(text(
                        "select count(*) from inbox_notice where subject = ?::uuid and phase = 'CLOSED'"
                                + " and ? = any(units)",
                        id,
                        HEATING))
                .isNotEqualTo("0");
        step(unit(HEATING), id, "signatures", Map.of()).statusCode(409);
        step(WORKER, id, "closure", Map.of("outcome", "已修复")).statusCode(409);
    }

    @Test
    void oneWhoseTicketIsSettledSoundsOnUntilItsBlowerClosesIt() {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        String id = blown(WORKER, ticket, "INDUSTRY", GAS);
        ticket.write(Source.INTAKE, new Withdrawn("matter-over"));
        await().atMost(PATIENCE)
                .until(
                        () -> text("select state ->> 'state' from ticket_fold where ticket_id = ?", ticket.id()),
                        is("WITHDRAWN"));
        get(WORKER, id).body("phase", is("SOUNDED"));
        assertThat(clocks(ticket, GAS)).isEqualTo("SIGN RUNNING, ARRIVE RUNNING");
        sign(id, GAS);
        arrive(id, GAS);
        step(WORKER, id, "closure", Map.of("outcome", "已修复")).statusCode(201).body("phase", is("CLOSED"));
        blow(WORKER, ticket, "INDUSTRY", Map.of(), GAS).statusCode(409);
    }

    private static void told(String department, TicketOnLog ticket, String matter) {
        String path = "/api/v1/notifications?ticket=" + ticket.id() + "&matter=" + matter;
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        as(unit(department)).get(path).then().statusCode(200).body("items.unit", hasItem(department)));
    }
}
