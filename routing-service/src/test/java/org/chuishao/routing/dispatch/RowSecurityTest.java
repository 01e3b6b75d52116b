package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The database's own guard, which holds even where a query forgets the scope. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RowSecurityTest {

    private static final String ROW = """
            insert into dispatch_queue (ticket_id, region, rank, severity, category, reason, since)
            values (gen_random_uuid(), '219901', 2, 'ORDINARY', 'OTHER', 'row security', now())
            """;

    @Test
    void no_role_of_the_service_steps_around_row_security() throws SQLException {
        assertThat(rows(
                        "routing_owner",
                        "select rolname from pg_roles where rolname like 'routing\\_%'"
                                + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .isEmpty();
        assertThat(rows("routing_owner", "select tableowner from pg_tables where schemaname = 'public' group by 1"))
                .containsExactly("routing_owner");
    }

    @Test
    void what_is_of_a_ticket_is_under_forced_row_security() throws SQLException {
        assertThat(rows("routing_owner", "select relname from pg_class where relrowsecurity and relforcerowsecurity"))
                .contains(
                        "routing_ticket",
                        "dispatch_queue",
                        "decision",
                        "return_request",
                        "dispute",
                        "desk_call",
                        "rule_version",
                        "place_sighting",
                        "place_alias",
                        "sketch_salt",
                        "ticket_sketch",
                        "confirmed_ticket",
                        "model_answer",
                        "second_opinion",
                        "opinion_budget",
                        "catalogue_proposal");
    }

    @Test
    void a_forgotten_scope_shows_nothing_and_a_scope_only_its_own() throws SQLException {
        rows("routing_reader", ROW + " returning 1");

        assertThat(seen("select 1")).isZero();
        assertThat(seen("select set_config('chuishao.regions', '2198', false)")).isZero();
        assertThat(seen("select set_config('chuishao.regions', '2199', false)")).isPositive();

        rows("routing_reader", "delete from dispatch_queue where region = '219901' returning 1");
    }

    @Test
    void the_role_that_serves_requests_neither_queues_nor_changes_the_rules_nor_what_was_found() {
        assertThatThrownBy(() -> rows("routing_app", ROW + " returning 1")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows("routing_app", "update catalogue_entry set lead = '{territory}' returning 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows("routing_app", "update dispatch_queue set category = 'OTHER' returning 1"))
                .hasMessageContaining("permission denied");
    }

    private static int seen(String scope) throws SQLException {
        try (Connection app = connect("routing_app");
                Statement sql = app.createStatement()) {
            sql.execute(scope);
            return rows(sql, "select 1 from dispatch_queue where region = '219901'")
                    .size();
        }
    }

    private static List<String> rows(String role, String query) throws SQLException {
        try (Connection connection = connect(role);
                Statement sql = connection.createStatement()) {
            return rows(sql, query);
        }
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = sql.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                Mesh.shared().jdbcUrl("routing"), role, Mesh.shared().secrets().password());
    }
}
