package org.chuishao.routing.claim;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Mesh;

/** Rows of the queue in a region of a test's own, as the reader of the log would write them. */
final class QueueRows {

    private static final String WAIT = """
            with t as (
                insert into routing_ticket (ticket_id, region, number, kind, secret, title, content, received_at)
                select gen_random_uuid(), ?, 'Q-' || n, 'COMPLAINT', false, ?, '{}', app_now() from generate_series(1, ?) n
                returning ticket_id, region)
            insert into dispatch_queue (ticket_id, region, rank, severity, category, reason, since)
            select ticket_id, region, 2, 'ORDINARY', 'OTHER', 'to be decided', app_now() from t
            """;

    private QueueRows() {}

    static void wait(String region, int tickets) {
        String title = new Sealer(Mesh.shared().secrets().log()).seal("路灯不亮").value();
        run("routing_reader", WAIT, region, title, tickets);
    }

    static List<String> audited(String ticket) {
        return ask(
                "routing_owner",
                "select concat_ws(' ', actor, action, detail) from audit where ticket_id = ?::uuid and action ^@ 'claim.'"
                        + " order by id",
                ticket);
    }

    private static void run(String role, String statement, Object... values) {
        try (Connection connection = connect(role);
                PreparedStatement sql = prepared(connection, statement, values)) {
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ask(String role, String query, Object... values) {
        try (Connection connection = connect(role);
                PreparedStatement sql = prepared(connection, query, values);
                ResultSet rows = sql.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
        return sql;
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                Mesh.shared().jdbcUrl("routing"), role, Mesh.shared().secrets().password());
    }
}
