package org.chuishao.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How Postgres came by the rows that the requests of a service asked for, as its own {@code auto_explain} tells it: of the
 * very statements that the service sent, with their values, by the plan that was carried out.
 */
public final class QueryPlans implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_format = 'json'");

    /** Each line of Postgres's log is a JSON document, and so is the plan in its message. */
    private static final String READ = """
            with told as (
                select substring(line::jsonb ->> 'message' from 'plan:\\n(.*)$')::jsonb as it
                from regexp_split_to_table(pg_read_file(pg_current_logfile('jsonlog'), ?, 1000000000), '\\n') line
                where line like '%"user":"' || ? || '"%' and line like '% plan:\\\\n%')
            select it ->> 'Query Text',
                (select coalesce(array_agg(scan ->> 'Relation Name'), '{}')
                    from jsonb_path_query(it, 'strict $.** ? (@."Node Type" == "Seq Scan")') scan),
                (select coalesce(sum((node ->> 'Actual Loops')::numeric * (coalesce((node ->> 'Actual Rows')::numeric, 0)
                        + coalesce((node ->> 'Rows Removed by Filter')::numeric, 0)
                        + coalesce((node ->> 'Rows Removed by Index Recheck')::numeric, 0))), 0)
                    from jsonb_path_query(it, 'strict $.** ? (exists(@."Relation Name") || exists(@."Index Name"))') node),
                it::text
            from told where it ->> 'Query Text' like '%' || ? || '%'
            """;

    private static final String END = "select (pg_stat_file(pg_current_logfile('jsonlog'))).size";

    private final Connection superuser;
    private final String role;
    private long from;

    private QueryPlans(Connection superuser, String role) throws SQLException {
        this.superuser = superuser;
        this.role = role;
    }

    /**
     * @param whole tables that were read from one end to the other
     * @param rows how many rows of tables and indexes were looked at
     */
    public record Plan(String query, List<String> whole, long rows, String text) {}

    /** Lets the sessions that serve requests tell of their plans from here on, those included that are open already. */
    public static QueryPlans of(String service) {
        try {
            QueryPlans plans = new QueryPlans(
                    DriverManager.getConnection(Mesh.shared().jdbcUrl(service), "postgres", ""), service + "_app");
            for (String setting : SETTINGS) {
                plans.run("alter role " + plans.role + " set " + setting);
            }
            plans.renewSessions();
            return plans;
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres does not tell of its plans", e);
        }
    }

    /** The superuser's own connection, to make the rows with. */
    public Connection superuser() {
        return superuser;
    }

    /** Forgets what was told so far. */
    public void forget() throws SQLException {
        try (Statement sql = superuser.createStatement();
                ResultSet end = sql.executeQuery(END)) {
            end.next();
            from = end.getLong(1);
        }
    }

    /** What was told since then of statements with this in their text; the log is a moment behind. */
    public List<Plan> told(String part) throws SQLException {
        try (PreparedStatement read = superuser.prepareStatement(READ)) {
            read.setLong(1, from);
            read.setString(2, role);
            read.setString(3, part);
            List<Plan> plans = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    List<String> whole = List.of((String[]) row.getArray(2).getArray());
                    plans.add(new Plan(row.getString(1), whole, row.getLong(3), row.getString(4)));
                }
            }
            return plans;
        }
    }

    /** No session tells any more; some time before anything else is asked of the service, whose sessions are new. */
    public void hush() throws SQLException {
        for (String setting : SETTINGS) {
            run("alter role " + role + " reset " + setting.substring(0, setting.indexOf(' ')));
        }
        renewSessions();
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }

    private void renewSessions() throws SQLException {
        run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
    }

    private void run(String statement) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
