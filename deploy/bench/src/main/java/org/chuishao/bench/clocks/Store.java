package org.chuishao.bench.clocks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Grid's database: where deadlines are laid in, by the thousand and past the service, and where it is counted what became
 * of them. Each kind of deadline of the benchmark is told by its rule.
 */
final class Store implements AutoCloseable {

    private static final String ARM = """
            insert into deadline (id, ticket_id, lock_key, round, assignment, act, region, unit, rule, calendar, limit_unit,
                band, started_at, due_at, next_at)
            select gen_random_uuid(), t.id, hashtextextended(t.id::text, 0), 1, gen_random_uuid(), 'CONTACT',
                '210102001001', 'U-BENCH', ?, 'bench', ?, ?, now(), t.due_at, t.due_at
            from (select gen_random_uuid() as id, ?::timestamptz + i * ?::float8 * interval '1 second' as due_at
                from generate_series(0, ? - 1) as i) t
            """;
    private static final String EVENTS = """
            from outbox o join deadline d on o.data::jsonb ->> 'deadline' = d.id::text
            where d.rule = ? and o.attributes ->> 'type' = 'org.chuishao.deadline.missed.v1'
            """;

    private final Connection connection;

    Store(String postgres) throws SQLException {
        connection = DriverManager.getConnection("jdbc:postgresql://" + postgres + "/grid", "postgres", "");
    }

    /** Lays in deadlines, each so many seconds after the one before. */
    void arm(String rule, boolean minutes, Instant first, double apart, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ARM)) {
            statement.setString(1, rule);
            statement.setString(2, minutes ? "min" : "wd");
            statement.setInt(3, minutes ? 0 : 1);
            statement.setObject(4, first.atOffset(ZoneOffset.UTC));
            statement.setDouble(5, apart);
            statement.setInt(6, count);
            statement.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The database's own time, which decides what is due. */
    Instant now() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select app_now()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    long waiting(String rule) throws SQLException {
        return number("select count(*) from deadline where rule = ? and next_at is not null", rule);
    }

    /** Fired and not yet on the log. */
    long unsent() throws SQLException {
        return number(
                "select count(*) from outbox where sent_at is null and ticket_id is not null and ? is not null", "");
    }

    /** Milliseconds between due and fired, of a part of all. */
    double lateness(String rule, double part) throws SQLException {
        return fraction(
                "select percentile_cont(?) within group (order by extract(epoch from fired_at - due_at) * 1000)"
                        + " from deadline where rule = ? and fired_at is not null",
                part,
                rule);
    }

    /** Seconds from an instant until the last one's event was on the log. */
    double lastOnLog(String rule, Instant since) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select extract(epoch from max(o.sent_at) - ?::timestamptz) " + EVENTS)) {
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setString(2, rule);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    /** Deadlines without an event of their own. */
    long lost(String rule) throws SQLException {
        return number(
                "select count(*) from deadline d where d.rule = ? and not exists (select from outbox o"
                        + " where o.ticket_id = d.ticket_id and o.attributes ->> 'type' = 'org.chuishao.deadline.missed.v1'"
                        + " and o.sent_at is not null)",
                rule);
    }

    /** Deadlines with more than one. */
    long twice(String rule) throws SQLException {
        return number(
                "select count(*) from (select o.ticket_id " + EVENTS + " group by o.ticket_id having count(*) > 1) t",
                rule);
    }

    long early(String rule) throws SQLException {
        return number("select count(*) from deadline where rule = ? and fired_at < due_at", rule);
    }

    /** Waits until no deadline of a kind waits and all events are on the log. @return false if patience ended first */
    boolean settle(String rule, Duration patience) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (waiting(rule) > 0 || unsent() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(200);
        }
        return true;
    }

    private long number(String sql, String rule) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, rule);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private double fraction(String sql, double part, String rule) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, part);
            statement.setString(2, rule);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
