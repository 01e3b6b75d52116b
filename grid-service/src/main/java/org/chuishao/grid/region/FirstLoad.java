package org.chuishao.grid.region;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.log.RelayBell;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Fills the register at the first start: the real divisions from the file, then grids, units and people for the
 * demonstration, and publishes regions and units. One transaction under a lock: of several replicas one loads, the
 * others wait for it, and a crash leaves nothing half done.
 */
@ApplicationScoped
class FirstLoad {

    private static final List<String> STEPS = List.of(
            "0-keys-off",
            "1-grids",
            "2-line-units",
            "3-territory-units",
            "4-workers",
            "5-memberships",
            "6-publish-regions",
            "7-publish-units",
            "8-keys-on",
            "9-analyze");

    /** The codes are the statistical ones of 2023. */
    private static final String INSERT_REGIONS = """
            INSERT INTO region (code, level, name, parent, longitude, latitude, valid_from)
            SELECT code, level, name, parent, longitude, latitude, '2023-01-01 00:00+08'
            FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::float8[], ?::float8[])
                 AS d (code, level, name, parent, longitude, latitude)
            """;

    private final AgroalDataSource owner;
    private final RelayBell relay;

    FirstLoad(@DataSource("owner") AgroalDataSource owner, RelayBell relay) {
        this.owner = owner;
        this.relay = relay;
    }

    void onStart(@Observes @Priority(100) StartupEvent event) {
        try (Connection sql = owner.getConnection()) {
            sql.setAutoCommit(false);
            try {
                if (lockedAndEmpty(sql)) {
                    load(sql);
                }
                sql.commit();
            } catch (SQLException | RuntimeException e) {
                sql.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the register of regions could not be loaded", e);
        }
        relay.ring();
    }

    private static boolean lockedAndEmpty(Connection sql) throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute(RegisterLock.TAKE);
            try (ResultSet any = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM region)")) {
                return any.next() && any.getBoolean(1);
            }
        }
    }

    private static void load(Connection sql) throws SQLException {
        Log.info("first start: loading the register of Liaoning");
        List<Division> divisions = divisions();
        int regions = insert(sql, divisions);
        Log.infof("  regions: %d rows", regions);
        for (String step : STEPS) {
            long begin = System.nanoTime();
            try (Statement statement = sql.createStatement()) {
                int rows = statement.executeUpdate(resource("/reference/load/" + step + ".sql"));
                Log.infof("  %s: %d rows in %d ms", step, rows, (System.nanoTime() - begin) / 1_000_000);
            }
        }
    }

    private static List<Division> divisions() {
        try (InputStream file = open(DivisionFile.RESOURCE)) {
            return DivisionFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int insert(Connection sql, List<Division> divisions) throws SQLException {
        Map<String, double[]> labels = CountyOutlines.ofLiaoning().labelPoints();
        try (PreparedStatement province = sql.prepareStatement("INSERT INTO region (code, level, name, valid_from)"
                        + " VALUES (?, 1, '辽宁省', '2023-01-01 00:00+08')");
                PreparedStatement rest = sql.prepareStatement(INSERT_REGIONS)) {
            province.setString(1, RegionCode.PROVINCE);
            rest.setArray(1, column(sql, "text", divisions, Division::code));
            rest.setArray(2, column(sql, "int4", divisions, Division::level));
            rest.setArray(3, column(sql, "text", divisions, Division::name));
            rest.setArray(4, column(sql, "text", divisions, DivisionFile::parent));
            rest.setArray(5, column(sql, "float8", divisions, d -> coordinate(labels.get(d.code()), 0)));
            rest.setArray(6, column(sql, "float8", divisions, d -> coordinate(labels.get(d.code()), 1)));
            return province.executeUpdate() + rest.executeUpdate();
        }
    }

    private static java.sql.Array column(
            Connection sql, String type, List<Division> divisions, Function<Division, @Nullable Object> value)
            throws SQLException {
        return sql.createArrayOf(type, divisions.stream().map(value).toArray());
    }

    private static @Nullable Double coordinate(double @Nullable [] label, int axis) {
        return label == null ? null : label[axis];
    }

    private static String resource(String name) {
        try (InputStream file = open(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream file = FirstLoad.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return file;
    }
}
