package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.submitted;
import static org.chuishao.intake.RestOfMesh.UNIT;
import static org.chuishao.intake.RestOfMesh.assigned;
import static org.chuishao.intake.RestOfMesh.dispatched;
import static org.chuishao.intake.RestOfMesh.timeline;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** A command has moved a ticket's row, and its event has not been read back yet. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class AheadOfLogTest {

    @Test
    void othersEventsDoNotSetBackWhatACommandDid() throws SQLException {
        Intake.ready();
        UUID ticket = submitted(complaint());
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 2);
        UUID own = Ids.next();
        Event withdrawn = new Event(
                own,
                ticket,
                Source.INTAKE,
                Instant.now(),
                1,
                null,
                2,
                Actor.service(Source.INTAKE),
                new Withdrawn("OTHER"));
        asReader("""
                insert into outbox (event_id, ticket_id, topic, key, attributes, data, sent_at)
                values ('%1$s', '%2$s', 'ticket-lifecycle', '%2$s', '%3$s', '%4$s', now());
                update ticket set state = 'WITHDRAWN', secret = true where id = '%2$s'""".formatted(own, ticket, EventCodec.attributesJson(withdrawn), EventCodec.data(withdrawn)));

        dispatched(ticket, 1, 2);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 3);
        as(AGENT)
                .get(TICKETS + "/" + ticket)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("secret", equalTo(true))
                .body("leadUnit", equalTo(UNIT));

        asReader("insert into inbox (event_id) values ('%s')".formatted(own));
        assigned(ticket, 1, 3);
        await().atMost(PATIENCE).until(() -> timeline(ticket).size() == 4);
        assertThat(Intake.state(ticket)).isEqualTo("PENDING_SIGN");
    }

    private static void asReader(String sql) throws SQLException {
        try (Connection connection = Intake.connect("reader");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
