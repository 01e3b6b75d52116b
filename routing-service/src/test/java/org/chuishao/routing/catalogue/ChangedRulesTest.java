package org.chuishao.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestProfile(ChangedRulesTest.EverySecond.class)
class ChangedRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    public static final class EverySecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chuishao.routing.rules-every", "1s");
        }
    }

    @Inject
    CurrentRules rules;

    @Test
    void a_changed_catalogue_is_in_force_at_the_pace_that_is_set() throws SQLException {
        insert("{territory}");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as(dispatcher("21"))
                .get("/api/v1/catalogue?category=NOISE&region=2199")
                .then()
                .statusCode(200)
                .body("$", hasKey("next"))
                .body("items.basis", hasItem("changed")));
    }

    @Test
    void a_change_that_does_not_hold_together_leaves_the_former_rules_in_force() throws SQLException {
        insert("供热公司");

        rules.readAgain();

        assertThat(rules.get().catalogue().find("NOISE", "2199", DAY))
                .hasValueSatisfying(entry -> assertThat(entry.basis()).isNotEqualTo("changed"));
    }

    @AfterEach
    void takeBack() throws SQLException {
        run("delete from catalogue_entry where basis = 'changed'");
        rules.readAgain();
    }

    private static void insert(String lead) throws SQLException {
        run("insert into catalogue_entry (category, region, lead, valid_from, basis) values ('NOISE', '2199', '" + lead
                + "', '2026-01-01', 'changed')");
    }

    private static void run(String statement) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection owner = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"), "routing_owner", mesh.secrets().password());
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
