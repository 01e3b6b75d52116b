package org.chuishao.analytics.figures;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.testkit.Mesh;

/** A look into the service's database, as one of its roles. */
public final class Database {

    private Database() {}

    /** Each row as its columns, parted by blanks. */
    public static List<String> rows(String role, String query) throws SQLException {
        try (Connection connection = connect(role);
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }

    public static void run(String role, String statement) throws SQLException {
        try (Connection connection = connect(role);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** A transaction of its own, for who is in the middle of something. */
    public static Open open(String role) throws SQLException {
        Connection connection = connect(role);
        connection.setAutoCommit(false);
        return new Open(connection);
    }

    /** An open transaction; closed without a commit it has done nothing. */
    public record Open(Connection connection) implements AutoCloseable {

        public void run(String statement) throws SQLException {
            try (Statement sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }

        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                Mesh.shared().jdbcUrl("analytics"),
                role,
                Mesh.shared().secrets().password());
    }
}
