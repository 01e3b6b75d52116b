package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.MESH;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.see;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The database is there, but lets the service in no more: to its clients that is a database that is away. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DatabaseAwayTest {

    private static final List<String> REQUESTS = List.of("intake_insert", "intake_app");

    @Test
    void aClientIsAskedToComeAgainAndNothingIsStoredUntilItDoes() throws SQLException {
        Intake.ready();
        Map<String, Object> ticket = complaint();
        String key = UUID.randomUUID().toString();
        List<String> before = Intake.storedAtRest();
        try {
            REQUESTS.forEach(role -> administer("alter role " + role + " nologin"));
            administer("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename in ('"
                    + String.join("', '", REQUESTS) + "')");

            isAway(submit(ticket, key));
            isAway(as(AGENT).get(TICKETS));
            assertThat(Intake.stored()).isEqualTo(before);
        } finally {
            REQUESTS.forEach(role -> administer("alter role " + role + " login"));
        }

        submit(ticket, key).then().statusCode(201);
        assertThat(see("reader", "select status from idempotency where key = '" + key + "'"))
                .containsExactly("201");
    }

    private static Response submit(Map<String, Object> ticket, String key) {
        return as(AGENT).header("Idempotency-Key", key).body(ticket).post(TICKETS);
    }

    private static void isAway(Response reply) {
        reply.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("status", equalTo(503));
        assertThat(reply.asString()).doesNotContain("intake_", "Exception", "at org.", "at io.");
    }

    private static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(MESH.jdbcUrl("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
