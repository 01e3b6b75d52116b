package org.chuishao.grid.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database lets a session write no rule beyond its scope, where a query forgets to ask. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RuleRowSecurityTest {

    private static final Map<String, String> SUPERVISOR =
            Map.of("chuishao.regions", "21", "chuishao.role", "supervisor");
    private static final Map<String, String> OPS = Map.of("chuishao.regions", "21", "chuishao.role", "ops");

    /** Each sets what holds anywhere to what it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update whistle_rule set leader = leader where kind = 'EMERGENCY' and region = ''",
                "update notification_rule set climbs = climbs where severity = 'URGENT' and addressee = 'DESK' and region = ''",
                "update notification_template set title = title where matter = 'ASSIGNED' and channel = 'SMS' and region = ''",
                "update clock_rule set valid_to = valid_to where region is null and version = 1"
            })
    void onlyThoseWhoRunItChangeWhatHoldsAnywhere(String change) throws SQLException {
        assertThat(changed(SUPERVISOR, change)).isZero();
        assertThat(changed(Map.of(), change)).isZero();
        assertThat(changed(OPS, change)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into whistle_rule select kind, '%s', blowers, confirmers, danger_first, proofs, fence_metres, leader,"
                        + " closes_with, by_line from whistle_rule where kind = 'EMERGENCY' and region = '' on conflict"
                        + " (kind, region) do update set leader = excluded.leader",
                "insert into notification_rule select severity, addressee, '%s', channels, seconds, climbs from"
                        + " notification_rule where severity = 'URGENT' and addressee = 'DESK' and region = '' on conflict"
                        + " (severity, addressee, region) do update set climbs = excluded.climbs",
                "insert into notification_template select matter, channel, title, body, '%s' from notification_template"
                        + " where matter = 'ASSIGNED' and channel = 'SMS' and region = '' on conflict (matter, channel, region)"
                        + " do update set title = excluded.title"
            })
    void aSupervisorAddsARuleInHisRegionsAndNowhereElse(String added) throws SQLException {
        assertThat(changed(SUPERVISOR, added.formatted("2101"))).isPositive();
        Map<String, String> ofACity = Map.of("chuishao.regions", "2101", "chuishao.role", "supervisor");
        for (String beyond : new String[] {"", "2102", "21"}) {
            assertThatThrownBy(() -> changed(ofACity, added.formatted(beyond)))
                    .as("in " + beyond)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void allOfThemAreUnderForcedRowSecurity() throws SQLException {
        String forced = "select count(*) from pg_class where relrowsecurity and relforcerowsecurity and relname in"
                + " ('whistle_rule', 'clock_rule', 'notification_rule', 'notification_template')";
        try (Connection app = app();
                Statement sql = app.createStatement();
                var rows = sql.executeQuery(forced)) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(4);
        }
    }

    /** How many rows a session of requests would change; it is taken back. */
    private static int changed(Map<String, String> settings, String change) throws SQLException {
        try (Connection app = app();
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            for (Map.Entry<String, String> it : settings.entrySet()) {
                sql.execute("select set_config('" + it.getKey() + "', '" + it.getValue() + "', true)");
            }
            int rows = sql.executeUpdate(change);
            app.rollback();
            return rows;
        }
    }

    private static Connection app() throws SQLException {
        Mesh mesh = Mesh.shared();
        return DriverManager.getConnection(
                mesh.jdbcUrl("grid"), "grid_app", mesh.secrets().password());
    }
}
