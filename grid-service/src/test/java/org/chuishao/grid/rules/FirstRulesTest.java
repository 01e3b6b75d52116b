package org.chuishao.grid.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.LogProbe.Found;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** What the other services find on the topic {@code rules}. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FirstRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    FirstRules first;

    @Test
    void whatComesWithTheProductIsPublishedAndTheEndAfterIt() {
        await().atMost(PATIENCE).until(() -> !records("end").isEmpty());
        List<String> keys =
                all().stream().map(found -> String.valueOf(found.key())).toList();
        List<String> filling = keys.subList(0, keys.indexOf("end"));
        assertThat(filling).startsWith("calendar/2024", "calendar/2025", "calendar/2026");
        assertThat(filling.stream().filter(key -> key.startsWith("rule/")))
                .hasSameSizeAs(ClockRules.shipped().rules())
                .contains("rule/sign-critical", "rule/arrive-water-night-urgent");
        assertThat(records("calendar/2026").get(0).value()).contains("\"2026-02-15\"", "\"version\" : 0");
    }

    @Test
    void aSecondStartPublishesNothingAndOneOfAnOlderDatabaseWhatItLacks() throws SQLException {
        await().atMost(PATIENCE).until(() -> !records("end").isEmpty());
        int signCritical = records("rule/sign-critical").size();
        first.onStart(new StartupEvent());
        asOwner("update calendar_year set published = false where year = 2025");
        asOwner("delete from clock_rule where id = 'sign-critical'");
        first.onStart(new StartupEvent());

        await().atMost(PATIENCE).until(() -> records("end").size() == 2);
        assertThat(records("calendar/2025")).hasSize(2);
        assertThat(records("rule/sign-critical")).hasSize(signCritical + 1);
        assertThat(records("calendar/2026")).hasSize(1);
        assertThat(records("rule/accept-critical")).hasSize(1);
    }

    private static List<Found> records(String key) {
        return all().stream().filter(found -> key.equals(found.key())).toList();
    }

    private static List<Found> all() {
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            return log.read(Topics.RULES);
        }
    }

    private static void asOwner(String sql) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection owner = DriverManager.getConnection(
                        mesh.jdbcUrl("grid"), "grid_owner", mesh.secrets().password());
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
