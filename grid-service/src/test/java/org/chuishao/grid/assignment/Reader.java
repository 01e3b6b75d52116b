package org.chuishao.grid.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.chuishao.testkit.Mesh;

/** Grid's tables, as the reader of the log may change them. */
final class Reader {

    private Reader() {}

    /** Changes one row. */
    static void update(String statement) {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("grid"), "grid_reader", mesh.secrets().password());
                Statement sql = reader.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
