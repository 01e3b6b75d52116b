package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.chuishao.mesh.log.TicketLock;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClockEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ClockFixture clocks;

    @Test
    void aClockShowsYellowAndThenIsMissedOnceAndNeverEarly() {
        Deadline clock = clocks.armed(Duration.ofSeconds(3), Duration.ofSeconds(8));
        await().atMost(PATIENCE).until(() -> clocks.state(clock).equals("MISSED"));
        assertThat(clocks.said(clock, "armed")).isEqualTo(1);
        assertThat(clocks.said(clock, "approaching")).isEqualTo(1);
        assertThat(clocks.said(clock, "missed")).isEqualTo(1);
        assertThat(clocks.stop(clock)).as("done late, and said so").isEqualTo(1);
        assertThat(clocks.state(clock)).isEqualTo("MISSED");
        assertThat(clocks.text("select (fired_at >= due_at)::text from deadline where id = ?", clock.id()))
                .isEqualTo("true");
    }

    @Test
    void oneThatIsStoppedInTimeNeverFires() {
        Deadline stopped = clocks.armed(Duration.ofHours(1), Duration.ofHours(2));
        assertThat(clocks.stop(stopped)).isEqualTo(1);
        Deadline other = clocks.armed(Duration.ofMillis(50), Duration.ofMillis(100));
        clocks.text("update deadline set due_at = due_at - interval '3 hours' where id = ? returning 1", stopped.id());

        await().atMost(PATIENCE).until(() -> clocks.state(other).equals("MISSED"));
        assertThat(clocks.state(stopped)).isEqualTo("STOPPED");
        assertThat(clocks.said(stopped, "missed")).isZero();
        assertThat(clocks.stop(stopped)).isZero();
    }

    @Test
    void aClockWaitsForTheCommandThatHasItsTicketAndAnActAfterTheEndIsLate() throws SQLException {
        Deadline held = clocks.armed(Duration.ofMillis(9900), Duration.ofSeconds(10));
        // the reader of the log has gone by it: it takes the lock of each ticket of a batch as well
        await().atMost(PATIENCE)
                .until(() -> clocks.text("select count(*)::text from ticket_fold where ticket_id = ?", held.ticket())
                        .equals("1"));
        try (Connection command = clocks.connect("reader")) {
            command.setAutoCommit(false);
            clocks.query(command, "select pg_advisory_xact_lock(?)::text", TicketLock.key(held.ticket()));
            Deadline other = clocks.armed(Duration.ofMillis(100), Duration.ofMillis(200));
            await().atMost(PATIENCE).until(() -> clocks.state(other).equals("MISSED"));
            await().atMost(PATIENCE)
                    .until(() -> Instant.now().isAfter(held.dueAt().plusMillis(100)));
            assertThat(clocks.state(held)).isEqualTo("RUNNING");
            assertThat(clocks.stop(held)).isEqualTo(1);
        }

        await().atMost(PATIENCE).until(() -> clocks.state(held).equals("MISSED"));
        assertThat(clocks.said(held, "missed")).isEqualTo(1);
        assertThat(clocks.text("select (stopped_at > due_at)::text from deadline where id = ?", held.id()))
                .isEqualTo("true");
    }

    @Test
    void whatIsDoneWhileItsClockIsPausedIsNotLate() {
        Deadline clock = clocks.armed(Duration.ofHours(1), Duration.ofHours(2));
        clocks.text(
                "update deadline set state = 'PAUSED', next_at = null, due_at = app_now() - interval '1 hour'"
                        + " where id = ? returning ''",
                clock.id());
        assertThat(clocks.stop(clock)).isEqualTo(1);
        assertThat(clocks.state(clock)).isEqualTo("STOPPED");
        assertThat(clocks.text("select (next_at is null)::text from deadline where id = ?", clock.id()))
                .isEqualTo("true");
    }

    @Test
    void whatIsNotOwedAnyMoreIsAnnulledWithAWordOnTheLog() {
        Deadline clock = clocks.armed(Duration.ofHours(1), Duration.ofHours(2));
        clocks.annul(clock, "ended");
        assertThat(clocks.state(clock)).isEqualTo("ANNULLED");
        assertThat(clocks.said(clock, "annulled")).isEqualTo(1);
    }
}
