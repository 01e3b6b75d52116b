package org.chuishao.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    private static final String PASSWORD = "it's a test";

    @Test
    void kafkaKeepsItsDataOverARestart(@TempDir Path data) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0, 0);
                LogProbe probe = new LogProbe(kafka.bootstrapServers())) {
            probe.write(Topics.TICKETS, "t-1", Map.of("ce_type", "one"), "{}");
            assertThat(retention(kafka)).isEqualTo("-1");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0, 0);
                LogProbe probe = new LogProbe(kafka.bootstrapServers())) {
            assertThat(probe.read(Topics.TICKETS, "t-1")).singleElement().satisfies(found -> assertThat(found.headers())
                    .containsEntry("ce_type", "one"));
        }
    }

    @Test
    void postgresIsDurableAndKeepsItsDataOverARestart(@TempDir Path data) throws Exception {
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, PASSWORD)) {
            for (String setting : Set.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(owner(postgres, "show " + setting)).isEqualTo("on");
            }
            execute(postgres, "create table kept as select 42 as answer");
        }
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, PASSWORD)) {
            assertThat(owner(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aPostgresThatOutlivedItsKilledJvmIsStopped(@TempDir Path data) throws Exception {
        ProcessHandle forgotten = ForgottenPostgres.on(data, PASSWORD);
        try (DurablePostgres postgres = DurablePostgres.start(data, 0, PASSWORD)) {
            assertThat(forgotten.isAlive()).isFalse();
            assertThat(owner(postgres, "select current_database()")).isEqualTo("intake");
        }
    }

    @Test
    void severalThatStartAtOnceUnpackOnceAndClearWhatAKilledOneLeft(@TempDir Path folder) throws Exception {
        startAtOnce(folder, "first", "second");
        List<Path> unpacked = unpacked(folder);
        assertThat(unpacked).hasSize(1);

        // as if the one that unpacked had been killed on the way
        Files.delete(unpacked.get(0));
        startAtOnce(folder, "third", "fourth");
        assertThat(unpacked(folder)).isEqualTo(unpacked);
    }

    @Test
    void rolesOfTheServicesCannotStepAroundRowLevelSecurity() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.temporary(PASSWORD)) {
            String strong = "select count(*) from pg_roles where rolname ~ '^(intake|routing|grid|analytics)_'"
                    + " and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)";
            assertThat(owner(postgres, strong)).isEqualTo("0");
            assertThat(owner(postgres, strong.replace("and (", "and not ("))).isEqualTo("13");
            assertThatThrownBy(() -> query(postgres, "grid", "intake_app", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> query(postgres, "intake", "intake_app", "create table mine ()"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theClockCanBeShifted() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.temporary(PASSWORD)) {
            ShiftableClock clock = new ShiftableClock(postgres.jdbcUrl("grid"), "grid_owner", PASSWORD);
            assertThat(clock.migrated()).isFalse();
            clock.install().shift(Duration.ofDays(2));
            clock.install();
            String seen = query(postgres, "grid", "grid_app", "select extract(epoch from app_now())::bigint");
            assertThat(Instant.ofEpochSecond(Long.parseLong(seen)))
                    .isAfter(Instant.now().plus(Duration.ofHours(47)));
        }
    }

    /** Each in a JVM of its own, which has this folder for its temporary files. */
    private static void startAtOnce(Path folder, String... names) throws Exception {
        List<Process> starting = new ArrayList<>();
        for (String name : names) {
            starting.add(ForgottenPostgres.starting(folder.resolve(name), PASSWORD, "-Djava.io.tmpdir=" + folder));
        }
        for (Process start : starting) {
            ProcessHandle postmaster = ForgottenPostgres.postmaster(start);
            postmaster.destroy();
            postmaster.onExit().join();
        }
    }

    /** What tells the embedded server that its programs are there. */
    private static List<Path> unpacked(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(".exists")).toList();
        }
    }

    private static String retention(EmbeddedKafka kafka) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TICKETS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeConfigs(Set.of(topic)).values().values().iterator().next().get().entries().stream()
                    .filter(entry -> entry.name().equals("retention.ms"))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
    }

    private static String owner(DurablePostgres postgres, String query) throws SQLException {
        return query(postgres, "intake", "intake_owner", query);
    }

    private static String query(DurablePostgres postgres, String database, String role, String query)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database), role, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DurablePostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("intake"), "intake_owner", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
