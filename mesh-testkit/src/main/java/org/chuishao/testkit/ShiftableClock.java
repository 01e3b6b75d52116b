package org.chuishao.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Puts a clock that may be shifted in the place of a service's {@code app_now()}, as the owner of its database and after
 * its migrations. Production keeps the migration's own function, and no role that serves requests may replace it.
 */
public final class ShiftableClock {

    private static final String INSTALL = """
            create table if not exists app_clock (
                single boolean primary key default true check (single),
                shift interval not null default interval '0'
            );
            insert into app_clock default values on conflict do nothing;
            """;

    /**
     * With the shift written into it Postgres puts the function's body in place of each call. A function that looked the
     * shift up took 60 microseconds a call, and a ticket comes in with seven of them.
     */
    private static final String REPLACE = """
            do $do$ begin
                execute format('create or replace function app_now() returns timestamptz language sql volatile parallel safe'
                    ' as %L', format('select clock_timestamp() + interval %L', (select shift from app_clock)));
            end $do$
            """;

    private final String jdbcUrl;
    private final String owner;
    private final String password;

    public ShiftableClock(String jdbcUrl, String owner, String password) {
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        this.password = password;
    }

    /** True once the service's migrations have run, which this clock needs. */
    public boolean migrated() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regprocedure('app_now()') is not null")) {
            return found.next() && found.getBoolean(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Replaces the clock; a second time changes nothing, and an earlier shift stays. */
    public ShiftableClock install() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(INSTALL);
            statement.execute(REPLACE);
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Moves the clock on by this much from where it is; a negative duration moves it back. */
    public void shift(Duration by) {
        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement("update app_clock set shift = shift + make_interval(secs => ?)");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // two who shift at once follow one another
            update.setDouble(1, by.toMillis() / 1000.0);
            update.executeUpdate();
            statement.execute(REPLACE);
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Sets the clock, forward or back; whoever goes by it follows within a second. */
    public void set(Instant now) {
        shift(Duration.between(instant(), now));
    }

    /** What the clock says. */
    public Instant instant() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("select app_now()")) {
            now.next();
            return now.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, owner, password);
    }

    private IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the clock of " + jdbcUrl + " cannot be reached", e);
    }
}
