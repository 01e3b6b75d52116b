package org.chuishao.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * How Postgres would run a statement whose values it does not know ({@code $1}), as the roles of services have their
 * statements planned. The statement is not run.
 */
public final class Plans implements AutoCloseable {

    private final Connection connection;

    /** @param user the role that runs it in production, with its row-level security */
    public Plans(DurablePostgres postgres, String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        // the driver's own way would ask for the values
        properties.setProperty("preferQueryMode", "simple");
        connection = DriverManager.getConnection(postgres.jdbcUrl(database), properties);
    }

    /** The lines of the plan. */
    public List<String> of(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain (generic_plan) " + sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    /** The lines that read a table from its first row to its last. */
    public List<String> wholeReads(String sql, String table) throws SQLException {
        String wanted = ("seq scan on " + table).toLowerCase(Locale.ROOT);
        return of(sql).stream()
                .filter(line -> (line + " ").toLowerCase(Locale.ROOT).contains(wanted + " "))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
