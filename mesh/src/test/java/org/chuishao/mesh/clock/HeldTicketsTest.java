package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What cannot be had is passed by. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class HeldTicketsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More than one batch of clocks, of so many tickets that are held. */
    private static final String HELD = """
            with armed as (
                insert into deadline (id, ticket_id, lock_key, round, act, region, rule, calendar, limit_unit, band,
                    started_at, due_at, next_at)
                select gen_random_uuid(), gen_random_uuid(), i, 1, 'SIGN', '21', 'held', 'test', 'min', 0,
                    app_now(), app_now() - interval '1 minute', app_now() - interval '1 minute'
                from generate_series(1, 1200) as i
                returning 1
            ) select count(*)::text from armed
            """;

    @Inject
    ClockFixture clocks;

    @Test
    void aBatchOfHeldTicketsDoesNotHoldUpWhatIsDueAfterIt() throws SQLException {
        try (Connection commands = clocks.connect("reader")) {
            commands.setAutoCommit(false);
            clocks.query(commands, "select count(pg_advisory_xact_lock(i))::text from generate_series(1, 1200) as i");
            clocks.text(HELD);

            Deadline free = clocks.armed(Duration.ZERO, Duration.ofMillis(100));
            await().atMost(PATIENCE).until(() -> clocks.state(free).equals("MISSED"));
            assertThat(missed()).as("held").isEqualTo("0");
        }
        await().atMost(PATIENCE).until(() -> missed().equals("1200"));
    }

    @Test
    void aRowThatAnotherReplicaIsFiringIsPassedBy() throws SQLException {
        Deadline taken = clocks.armed(Duration.ofMillis(9900), Duration.ofSeconds(10));
        try (Connection replica = clocks.connect("reader")) {
            replica.setAutoCommit(false);
            clocks.query(replica, "select id::text from deadline where id = ? for update", taken.id());
            clocks.text(
                    "select pg_sleep(greatest(0, extract(epoch from ?::timestamptz - app_now())))::text",
                    taken.dueAt().toString());

            Deadline free = clocks.armed(Duration.ZERO, Duration.ofMillis(100));
            await().atMost(PATIENCE).until(() -> clocks.state(free).equals("MISSED"));
            assertThat(clocks.state(taken)).isEqualTo("RUNNING");
        }
        await().atMost(PATIENCE).until(() -> clocks.state(taken).equals("MISSED"));
        assertThat(clocks.said(taken, "missed")).isEqualTo(1);
    }

    private String missed() {
        return clocks.text("select count(*)::text from deadline where rule = 'held' and state = 'MISSED'");
    }
}
