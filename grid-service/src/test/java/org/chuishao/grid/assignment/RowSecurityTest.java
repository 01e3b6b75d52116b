package org.chuishao.grid.assignment;

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
            insert into assignment (id, ticket_id, lead, unit, region, worker, reason, round, severity, created_at)
            values (gen_random_uuid(), gen_random_uuid(), true, 'U-RLS', '210114001', 'W-210114001-POLICE', 'test', 1, 'ORDINARY', now())
            """;

    @Test
    void noRoleOfTheServiceStepsAroundRowSecurity() throws SQLException {
        assertThat(rows(
                        "grid_owner",
                        "select rolname from pg_roles where rolname like 'grid\\_%'"
                                + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .isEmpty();
        assertThat(rows("grid_owner", "select rolname from pg_roles where rolname like 'grid\\_%' order by 1"))
                .containsExactly("grid_app", "grid_owner", "grid_reader");
        assertThat(rows("grid_owner", "select tableowner from pg_tables where schemaname = 'public' group by 1"))
                .containsExactly("grid_owner");
        assertThat(rows(
                        "grid_app",
                        "select member::regrole::text from pg_auth_members"
                                + " where member in ('grid_app'::regrole, 'grid_reader'::regrole)"))
                .isEmpty();
    }

    @Test
    void whatIsSomebodysIsUnderForcedRowSecurity() throws SQLException {
        assertThat(rows("grid_owner", "select relname from pg_class where relrowsecurity and relforcerowsecurity"))
                .contains(
                        "assignment",
                        "ticket_brief",
                        "worker",
                        "membership",
                        "verification",
                        "clock_rule",
                        "whistle",
                        "whistle_call",
                        "whistle_note",
                        "whistle_rating",
                        "evidence",
                        "evidence_piece",
                        "patrol_report",
                        "unit",
                        "assignment_handed_on");
    }

    @Test
    void aForgottenScopeShowsNothingAndAScopeOnlyItsOwn() throws SQLException {
        try (Connection reader = connect("grid_reader");
                Statement sql = reader.createStatement()) {
            sql.execute(ROW);
        }
        assertThat(seen("select 1")).isZero();
        assertThat(seen("select set_config('chuishao.regions', '2198', false)")).isZero();
        assertThat(seen("select set_config('chuishao.unit', 'U-OTHER', false)")).isZero();
        assertThat(seen("select set_config('chuishao.regions', '210114', false)"))
                .isPositive();
        assertThat(seen("select set_config('chuishao.unit', 'U-RLS', false)")).isPositive();
        assertThat(seen("select set_config('chuishao.worker', 'W-210114001-POLICE', false)"))
                .isPositive();
    }

    @Test
    void whoWorksThereNoMoreIsShownNothingThatHasHisName() throws SQLException {
        try (Connection reader = connect("grid_reader");
                Statement sql = reader.createStatement()) {
            sql.execute(ROW.replace("'210114001'", "'210113001'"));
        }
        String his = "select id::text from assignment where unit = 'U-RLS' and region = '210113001'";
        assertThat(rowsAs("chuishao.worker", "W-210114001-POLICE", his)).isEmpty();
        assertThat(rowsAs("chuishao.regions", "210113", his)).isNotEmpty();
        assertThat(rowsAs("chuishao.worker", "W-NOBODY", "select unnest(my_places())"))
                .isEmpty();
    }

    @Test
    void noWorkerSaysWhereHeWorksAndNoUnitWhoseItIs() {
        String begin = "insert into membership (grid, role, worker, valid_from)"
                + " values ('210102001002101', 'VOLUNTEER', 'W-210114001-POLICE', now()) returning 'begun'";
        assertThatThrownBy(() -> rowsAs("chuishao.worker", "W-210114001-POLICE", begin))
                .hasMessageContaining("row-level security");
        String self = "update worker set region = '21' where id = 'W-210114001-POLICE' returning id";
        assertThatNothing("chuishao.worker", "W-210114001-POLICE", self);
        assertThatNothing("chuishao.unit", "U-PUBLIC_SECURITY-210114", self);
        String unit = "update unit set name = 'mine' where id = 'U-TERR-210102001002' returning id";
        assertThatNothing("chuishao.unit", "U-TERR-210102001002", unit);
        assertThatNothing("chuishao.regions", "2102", unit);
    }

    private static void assertThatNothing(String setting, String value, String changed) {
        try {
            assertThat(rowsAs(setting, value, changed)).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rowsAs(String setting, String value, String query) throws SQLException {
        try (Connection app = connect("grid_app");
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('" + setting + "', '" + value + "', false)");
            return rows(sql, query);
        }
    }

    @Test
    void theRoleThatServesRequestsNeitherMakesNorMovesAssignments() {
        assertThatThrownBy(() -> rows("grid_app", ROW + " returning 'made'"))
                .as("nothing but what is handed down from what the scope has in hand")
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> rows("grid_app", "update assignment set worker = 'W-2' returning 'moved'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows("grid_app", "select state::text from ticket_fold for update"))
                .hasMessageContaining("permission denied");
    }

    private static int seen(String scope) throws SQLException {
        try (Connection app = connect("grid_app");
                Statement sql = app.createStatement()) {
            sql.execute(scope);
            return rows(sql, "select id::text from assignment where unit = 'U-RLS'")
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
        try (ResultSet result = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                Mesh.shared().jdbcUrl("grid"), role, Mesh.shared().secrets().password());
    }
}
