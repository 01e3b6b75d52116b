package org.chuishao.mesh.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RowSecurityTest {

    private static final String TABLE = """
            DROP TABLE IF EXISTS scope_probe;
            CREATE TABLE scope_probe (name text, region text, units text[], worker text);
            INSERT INTO scope_probe VALUES
                ('shenyang', '210102001', '{U-1,U-2}', 'w-1'), ('dalian', '210202001', '{U-3}', 'w-2'),
                ('nowhere', NULL, NULL, NULL), ('', '', '{""}', '');
            ALTER TABLE scope_probe ENABLE ROW LEVEL SECURITY;
            ALTER TABLE scope_probe FORCE ROW LEVEL SECURITY;
            CREATE POLICY probe ON scope_probe TO grid_app USING (in_scope(region, units, worker));
            GRANT SELECT, INSERT ON scope_probe TO grid_app;
            """;

    @Inject
    Pool pool;

    @Inject
    Scopes scopes;

    @BeforeEach
    void makeTable() throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection owner = DriverManager.getConnection(
                        mesh.jdbcUrl("grid"), "grid_owner", mesh.secrets().password());
                Statement statement = owner.createStatement()) {
            statement.execute(TABLE);
        }
    }

    @Test
    void showsTheRegionsOfTheScopeWithAllThatLiesInThem() {
        assertThat(seen(scope(Set.of("21"), null, null))).containsExactly("dalian", "shenyang");
        assertThat(seen(scope(Set.of("2101"), null, null))).containsExactly("shenyang");
        assertThat(seen(scope(Set.of("2103", "210202"), null, null))).containsExactly("dalian");
        assertThat(seen(scope(Set.of("210102001002"), null, null)))
                .as("what lies above")
                .isEmpty();
    }

    @Test
    void showsWhatAUnitOrAWorkerHasAPartIn() {
        assertThat(seen(scope(Set.of(), "U-2", null))).containsExactly("shenyang");
        assertThat(seen(scope(Set.of(), null, "w-2"))).containsExactly("dalian");
        assertThat(seen(scope(Set.of(), "U-2", "w-2"))).containsExactly("dalian", "shenyang");
    }

    @Test
    void showsNothingWithoutAScopeOrWithAnEmptyOne() {
        assertThat(seen(null)).isEmpty();
        assertThat(seen(scope(Set.of(), null, null))).isEmpty();
        assertThat(seen(scope(Set.of(""), "", ""))).as("empty settings").isEmpty();
    }

    @Test
    void forgetsTheScopeWithItsTransaction() {
        List<String> after = pool.withConnection(connection -> connection
                        .begin()
                        .chain(transaction -> scopes.enter(connection, scope(Set.of("21"), null, null))
                                .chain(transaction::commit))
                        .chain(() ->
                                connection.query("SELECT name FROM scope_probe").execute())
                        .map(rows -> names(rows)))
                .await()
                .indefinitely();

        assertThat(after).isEmpty();
    }

    @Test
    void takesNoRowThatLiesOutsideTheScope() {
        assertThatThrownBy(() -> pool.withTransaction(
                                connection -> scopes.enter(connection, scope(Set.of("2101"), null, null))
                                        .chain(() -> connection
                                                .query("INSERT INTO scope_probe VALUES ('x', '210202', NULL, NULL)")
                                                .execute()))
                        .await()
                        .indefinitely())
                .hasMessageContaining("row-level security");
    }

    private List<String> seen(@Nullable Scope scope) {
        return pool.withTransaction(
                        connection -> (scope == null ? Uni.createFrom().voidItem() : scopes.enter(connection, scope))
                                .chain(() -> connection
                                        .query("SELECT name FROM scope_probe ORDER BY name")
                                        .execute())
                                .map(rows -> names(rows)))
                .await()
                .indefinitely();
    }

    private static List<String> names(Iterable<Row> rows) {
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.getString(0)));
        return names;
    }

    private static Scope scope(Set<String> regions, @Nullable String unit, @Nullable String worker) {
        return new Scope("s", "supervisor", regions, unit, worker, null);
    }
}
