package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may stop a clock: whoever has it in scope, and the command that has just written what was done. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class StopClocksTest {

    private static final String WRITTEN = """
            insert into outbox (event_id, ticket_id, topic, key, attributes, sent_at)
            values (gen_random_uuid(), ?, 'ticket-lifecycle', '', json_build_object('assignment', ?::text)::jsonb, app_now())
            """;

    @Inject
    ClockFixture clocks;

    private Deadline clock;

    @BeforeEach
    void aClockRuns() {
        clock = clocks.armed(Duration.ofHours(1), Duration.ofHours(2));
    }

    @Test
    void aCallerOutOfScopeStopsNothing() {
        assertThat(clocks.stop(clock, "chuishao.unit", "U-2")).isZero();
        assertThat(clocks.stop(clock, "chuishao.regions", "2102")).isZero();
        assertThat(clocks.stop(clock, "chuishao.worker", "w-1")).isZero();
        assertThat(clocks.stop(clock, "chuishao.unit", ""))
                .as("no scope at all")
                .isZero();
        assertThat(clocks.state(clock)).isEqualTo("RUNNING");
    }

    @Test
    void aCallerWhoHasTheClockInScopeStopsIt() {
        Deadline other = clocks.armed(Duration.ofHours(1), Duration.ofHours(2));
        assertThat(clocks.stop(clock, "chuishao.unit", "U-1")).isEqualTo(1);
        assertThat(clocks.stop(other, "chuishao.regions", "2101")).isEqualTo(1);
        assertThat(clocks.state(clock)).isEqualTo("STOPPED");
    }

    @Test
    void theCommandThatWroteTheEventStopsItWhoeverCalled() throws SQLException {
        assertThat(stoppedAfter(clock.ticket(), clock.assignment())).isEqualTo(1);
        assertThat(clocks.state(clock)).isEqualTo("STOPPED");
    }

    @Test
    void anEventOfAnotherTicketOrTransactionStopsNothing() throws SQLException {
        assertThat(stoppedAfter(Ids.next(), clock.assignment()))
                .as("another ticket")
                .isZero();
        try (Connection app = clocks.connect("app")) {
            write(app, clock.ticket(), clock.assignment());
            assertThat(clocks.stop(app, clock)).as("another transaction").isZero();
        }
        assertThat(clocks.state(clock)).isEqualTo("RUNNING");
    }

    private int stoppedAfter(UUID ticket, UUID assignment) throws SQLException {
        try (Connection app = clocks.connect("app")) {
            app.setAutoCommit(false);
            write(app, ticket, assignment);
            int stopped = clocks.stop(app, clock);
            app.commit();
            return stopped;
        }
    }

    private static void write(Connection app, UUID ticket, UUID assignment) throws SQLException {
        try (var insert = app.prepareStatement(WRITTEN)) {
            insert.setObject(1, ticket);
            insert.setObject(2, assignment);
            insert.executeUpdate();
        }
    }
}
