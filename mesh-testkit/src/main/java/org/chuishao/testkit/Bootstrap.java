package org.chuishao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;

/**
 * Runs {@code deploy/db/bootstrap.sql}, the script that operators give to psql, over JDBC. Of psql's own language it
 * knows what that script uses: {@code :'password'} and {@code \gexec}.
 */
public final class Bootstrap {

    private static final String EXECUTE_ROWS = "\\gexec";
    private static final String END_OF_STATEMENT = ";\n\n|(?<=\n\\\\gexec)\n\n";

    private Bootstrap() {}

    /** Makes the databases and roles that are missing; the connection is a superuser's. */
    public static void run(Connection superuser, String password) throws SQLException {
        String script = script().replaceAll(":'password'", Matcher.quoteReplacement(quoted(password)));
        try (Statement statement = superuser.createStatement()) {
            for (String sql : script.strip().concat("\n\n").split(END_OF_STATEMENT, -1)) {
                if (sql.endsWith(EXECUTE_ROWS)) {
                    for (String made : rows(statement, sql.substring(0, sql.length() - EXECUTE_ROWS.length()))) {
                        statement.execute(made);
                    }
                } else if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String script() {
        try (InputStream sql = Bootstrap.class.getResourceAsStream("/db/bootstrap.sql")) {
            return new String(Objects.requireNonNull(sql, "bootstrap.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
