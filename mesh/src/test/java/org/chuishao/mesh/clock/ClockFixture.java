package org.chuishao.mesh.clock;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Deadlines.Over;
import org.chuishao.mesh.log.ServiceTransactions;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Mesh;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Arms and stops clocks as readers and commands do, and looks at what became of them. */
@Singleton
class ClockFixture {

    static final String REGION = "210102001001";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServiceTransactions transactions;
    private final Deadlines deadlines;
    private final int port;

    ClockFixture(
            ServiceTransactions transactions,
            Deadlines deadlines,
            @ConfigProperty(name = "chuishao.db.port") int port) {
        this.transactions = transactions;
        this.deadlines = deadlines;
        this.port = port;
    }

    /** A clock of a unit's part. */
    Deadline armed(Duration yellow, Duration due) {
        return armed(Ids.next(), Ids.next(), Instant.now(), yellow, due);
    }

    Deadline armed(UUID ticket, UUID assignment, Instant now, Duration yellow, Duration due) {
        Deadline clock = new Deadline(
                Ids.next(),
                ticket,
                1,
                assignment,
                Act.SIGN,
                REGION,
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

    void annul(Deadline clock, String cause) {
        transactions
                .run(it -> deadlines.annul(it, List.of(new Over(clock.ticket(), clock.assignment(), null, 3)), cause))
                .await()
                .atMost(PATIENCE);
    }

    /** As a command of the unit itself does. @return how many stopped */
    int stop(Deadline clock) {
        return stop(clock, "chuishao.unit", "U-1");
    }

    int stop(Deadline clock, String scope, String whose) {
        try (Connection app = connect("app")) {
            app.setAutoCommit(false);
            query(app, "select set_config(?, ?, true)", scope, whose);
            int stopped = stop(app, clock);
            app.commit();
            return stopped;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int stop(Connection app, Deadline clock) throws SQLException {
        return Integer.parseInt(
                query(app, "select stop_clocks(?, ?, array['SIGN'])::text", clock.ticket(), clock.assignment()));
    }

    String state(Deadline clock) {
        return text("select state from deadline where id = ?", clock.id());
    }

    long said(Deadline clock, String what) {
        return Long.parseLong(text(
                "select count(*)::text from outbox where ticket_id = ? and attributes ->> 'type' = ?",
                clock.ticket(),
                "org.chuishao.deadline." + what + ".v1"));
    }

    /** One value of one row, by the role that keeps the clocks. */
    String text(String sql, Object... values) {
        try (Connection reader = connect("reader")) {
            return query(reader, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void asOwner(String sql) {
        try (Connection owner = connect("owner");
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String query(Connection connection, String sql, Object... values) throws SQLException {
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

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/grid",
                "grid_" + role,
                Mesh.shared().secrets().password());
    }
}
