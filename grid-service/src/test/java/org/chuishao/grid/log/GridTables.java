package org.chuishao.grid.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chuishao.testkit.Mesh;

/** Grid's tables as its reader sees them: all rows, whatever a scope would leave out. */
public final class GridTables {

    private GridTables() {}

    public static void update(String sql, Object... values) {
        try (Connection reader = reader();
                PreparedStatement update = prepared(reader, sql, values)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row that the reader may not write. */
    public static void insertAsSuperuser(String sql, Object... values) {
        try (Connection superuser = DriverManager.getConnection(Mesh.shared().jdbcUrl("grid"), "postgres", "");
                PreparedStatement insert = prepared(superuser, sql, values)) {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a query with one text. */
    public static String text(String sql, Object... values) {
        try (Connection reader = reader();
                PreparedStatement query = prepared(reader, sql, values);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection reader() throws SQLException {
        Mesh mesh = Mesh.shared();
        return DriverManager.getConnection(
                mesh.jdbcUrl("grid"), "grid_reader", mesh.secrets().password());
    }

    private static PreparedStatement prepared(Connection reader, String sql, Object... values) throws SQLException {
        PreparedStatement statement = reader.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
