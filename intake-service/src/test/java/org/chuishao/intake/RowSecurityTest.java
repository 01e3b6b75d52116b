package org.chuishao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chuishao.intake.Intake.complaint;
import static org.chuishao.intake.Intake.see;
import static org.chuishao.intake.Intake.submitted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Postgres itself keeps from a role, whatever the service asks for. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RowSecurityTest {

    @BeforeEach
    void aTicketIsThere() {
        Intake.ready();
        submitted(complaint());
    }

    @Test
    void noRoleStepsAroundIt() throws SQLException {
        assertThat(see("app", """
                        select rolname from pg_roles
                        where rolname like 'intake\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")).isEmpty();
        assertThat(see("app", "select distinct tableowner from pg_tables where schemaname = 'public'"))
                .containsExactly("intake_owner");
    }

    @Test
    void everyTableOfTicketsIsUnderIt() throws SQLException {
        assertThat(see("app", """
                        select relname from pg_class
                        where relkind = 'r' and relrowsecurity and relforcerowsecurity
                            and relnamespace = 'public'::regnamespace order by relname"""))
                .containsExactly(
                        "archive_seal",
                        "callback",
                        "caller_notice",
                        "caller_notice_receipt",
                        "closing_ground",
                        "deadline",
                        "deadline_past",
                        "incident",
                        "incident_join",
                        "left_out_warning",
                        "merged_ticket",
                        "reveal",
                        "supplied_contact",
                        "ticket",
                        "ticket_event",
                        "ticket_unit",
                        "transfer");
        assertThat(see("app", """
                        select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where a.attname in ('region', 'units', 'caller') and c.relkind = 'r' and not c.relforcerowsecurity
                            and c.relnamespace = 'public'::regnamespace""")).isEmpty();
    }

    @Test
    void withoutAScopeNothingIsSeen() throws SQLException {
        assertThat(see("reader", "select 1 from ticket limit 1")).hasSize(1);
        assertThat(see("app", "select 1 from ticket")).isEmpty();
        assertThat(see("app", "select 1 from ticket_event")).isEmpty();
        assertThat(see("owner", "select 1 from ticket")).isEmpty();
    }

    @Test
    void aScopeLastsForItsTransaction() throws SQLException {
        try (Connection connection = Intake.connect("app");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('chuishao.regions', '2101', true)");
            assertThat(statement.executeQuery("select 1 from ticket").next()).isTrue();
            connection.commit();
            assertThat(statement.executeQuery("select 1 from ticket").next()).isFalse();
        }
    }

    @Test
    void theHotInsertCanDoNothingElse() {
        for (String sql : List.of(
                "select 1 from ticket",
                "update ticket set state = 'CLOSED'",
                "delete from ticket",
                "select 1 from outbox",
                "select reply from idempotency",
                "select 1 from audit")) {
            assertThatThrownBy(() -> see("insert", sql)).as(sql).hasMessageContaining("permission denied");
        }
        for (String role : List.of("app", "reader")) {
            for (String sql : List.of(
                    "delete from archive_seal",
                    "update archive_seal set seal = ''",
                    "update ticket_event set type = ''")) {
                assertThatThrownBy(() -> see(role, sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
        assertThatThrownBy(() -> see("app", "delete from ticket")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> see("app", "update ticket set caller = null"))
                .hasMessageContaining("permission denied");
    }
}
