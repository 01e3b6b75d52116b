package org.chuishao.mesh.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests come to what the mesh keeps: by the name of one ticket, and not otherwise. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class DoorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "inbox", "ticket_fold", "parked_ticket", "parked_event", "idempotency", "audit"})
    void theRoleOfRequestsReadsNoneOfTheTables(String table) throws SQLException {
        try (Connection app = connect("grid_app")) {
            assertThatThrownBy(() -> app.createStatement().executeQuery("select 1 from " + table))
                    .hasMessageContaining("permission denied for table " + table);
        }
    }

    @Test
    void aCommandThatWaitsTooLongForATicketIsToldToComeAgain() throws SQLException {
        UUID ticket = Ids.next();
        try (Connection holder = connect("grid_reader")) {
            holder.createStatement().execute("select pg_advisory_lock(" + TicketLock.key(ticket) + ")");

            given().get("/ticket-probe/" + ticket).then().statusCode(503).header("Retry-After", notNullValue());
        }
        given().get("/ticket-probe/" + ticket).then().statusCode(200).body(is("UNSEEN"));
    }

    private static Connection connect(String role) throws SQLException {
        Mesh mesh = Mesh.shared();
        return DriverManager.getConnection(
                mesh.jdbcUrl(LogFixture.DATABASE), role, mesh.secrets().password());
    }
}
