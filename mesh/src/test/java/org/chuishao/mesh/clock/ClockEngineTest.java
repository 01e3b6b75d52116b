package org.chuishao.mesh.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.log.TicketLock;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class ClockEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ServiceTransactions transactions;

    @Inject
    Deadlines deadlines;

    @Test
    void aClockShowsYellowAndThenIsMissedOnceAndNeverEarly() {
        Deadline clock = armed(Duration.ofMillis(300), Duration.ofMillis(900));
        await().atMost(PATIENCE).until(() -> state(clock).equals("MISSED"));
        assertThat(said(clock, "armed")).isEqualTo(1);
        assertThat(said(clock, "approaching")).isEqualTo(1);
        assertThat(said(clock, "missed")).isEqualTo(1);
        assertThat(stop(clock)).as("done late, and said so").isEqualTo("1");
        assertThat(state(clock)).isEqualTo("MISSED");
        assertThat(text("select (fired_at >= due_at)::text from deadline where id = ?", clock.id()))
                .isEqualTo("true");
    }

    @Test
    void oneThatIsStoppedInTimeNeverFires() {
        Deadline stopped = armed(Duration.ofHours(1), Duration.ofHours(2));
        assertThat(stop(stopped)).isEqualTo("1");
        Deadline other = armed(Duration.ofMillis(50), Duration.ofMillis(100));
        text("update deadline set due_at = due_at - interval '3 hours' where id = ? returning 1", stopped.id());

        await().atMost(PATIENCE).until(() -> state(other).equals("MISSED"));
        assertThat(state(stopped)).isEqualTo("STOPPED");
        assertThat(said(stopped, "missed")).isZero();
        assertThat(stop(stopped)).isEqualTo("0");
    }

    @Test
    void aClockWaitsForTheCommandThatHasItsTicketAndAnActAfterTheEndIsLate() throws SQLException {
        Deadline held = armed(Duration.ofMillis(2900), Duration.ofSeconds(3));
        // the reader of the log has gone by it: it takes the lock of each ticket of a batch as well
        await().atMost(PATIENCE)
                .until(() -> text("select count(*)::text from ticket_fold where ticket_id = ?", held.ticket())
                        .equals("1"));
        try (Connection command = connect("reader")) {
            command.setAutoCommit(false);
            query(command, "select pg_advisory_xact_lock(?)::text", TicketLock.key(held.ticket()));
            Deadline other = armed(Duration.ofMillis(100), Duration.ofMillis(200));
            await().atMost(PATIENCE).until(() -> state(other).equals("MISSED"));
            await().atMost(PATIENCE)
                    .until(() -> Instant.now().isAfter(held.dueAt().plusMillis(100)));
            assertThat(state(held)).isEqualTo("RUNNING");
            assertThat(stop(held)).isEqualTo("1");
        }

        await().atMost(PATIENCE).until(() -> state(held).equals("MISSED"));
        assertThat(said(held, "missed")).isEqualTo(1);
        assertThat(text("select (stopped_at > due_at)::text from deadline where id = ?", held.id()))
                .isEqualTo("true");
    }

    @Test
    void whatIsDoneWhileItsClockIsPausedIsNotLate() {
        Deadline clock = armed(Duration.ofHours(1), Duration.ofHours(2));
        text(
                "update deadline set state = 'PAUSED', next_at = null, due_at = app_now() - interval '1 hour'"
                        + " where id = ? returning ''",
                clock.id());
        assertThat(stop(clock)).isEqualTo("1");
        assertThat(state(clock)).isEqualTo("STOPPED");
        assertThat(text("select (next_at is null)::text from deadline where id = ?", clock.id()))
                .isEqualTo("true");
    }

    @Test
    void whatIsNotOwedAnyMoreIsAnnulledWithAWordOnTheLog() {
        Deadline clock = armed(Duration.ofHours(1), Duration.ofHours(2));
        transactions
                .run(it -> deadlines.annul(it, List.of(new Over(clock.ticket(), clock.assignment(), null, 3)), "ended"))
                .await()
                .atMost(PATIENCE);
        assertThat(state(clock)).isEqualTo("ANNULLED");
        assertThat(said(clock, "annulled")).isEqualTo(1);
    }

    private Deadline armed(Duration yellow, Duration due) {
        Instant now = Instant.now();
        Deadline clock = new Deadline(
                Ids.next(),
                Ids.next(),
                1,
                Ids.next(),
                Act.SIGN,
                "210102001001",
                "U-1",
                null,
                "sign@1",
                "test",
                false,
                Limit.parse("10min"),
                StartRule.AT_ONCE,
                now,
                now.plus(due),
                now.plus(yellow));
        transactions
                .run(it -> deadlines.arm(it, List.of(new Armed(clock, 2))))
                .await()
                .atMost(PATIENCE);
        return clock;
    }

    private static String stop(Deadline clock) {
        try (Connection app = connect("app")) {
            return query(app, "select stop_clocks(?, ?, array['SIGN'])::text", clock.ticket(), clock.assignment());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Deadline clock) {
        return text("select state from deadline where id = ?", clock.id());
    }

    private static long said(Deadline clock, String what) {
        return Long.parseLong(text(
                "select count(*)::text from outbox where ticket_id = ? and attributes ->> 'type' = ?",
                clock.ticket(),
                "org.chuishao.deadline." + what + ".v1"));
    }

    private static String text(String sql, Object... values) {
        try (Connection reader = connect("reader")) {
            return query(reader, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static Connection connect(String role) throws SQLException {
        Mesh mesh = Mesh.shared();
        return DriverManager.getConnection(
                mesh.jdbcUrl("grid"), "grid_" + role, mesh.secrets().password());
    }
}
