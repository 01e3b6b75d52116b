package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.notification.Telling.COMMUNITY;
import static org.chuishao.grid.notification.Telling.UNIT;
import static org.chuishao.grid.notification.Telling.WORKER;
import static org.chuishao.grid.notification.Telling.dispatched;
import static org.chuishao.grid.notification.Telling.message;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** The database shows and changes nothing out of scope, where a query forgets to ask. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RowSecurityTest {

    @Test
    void aMessageIsSeenAndMarkedInScopeOnly() throws SQLException {
        TicketOnLog ticket = dispatched(Severity.URGENT);
        message(WORKER, ticket, "");
        String rows = "select count(*) from notification where ticket_id = '" + ticket.id() + "'";
        String marked = "with m as (update notification set read_at = app_now() where ticket_id = '" + ticket.id()
                + "' returning 1) select count(*) from m";
        for (String query : List.of(rows, marked)) {
            assertThat(app("regions", "2102", query)).isZero();
            assertThat(app("unit", "U-OTHER", query)).isZero();
            assertThat(app("worker", "W-OTHER", query)).isZero();
            assertThat(app("unit", UNIT, query)).isPositive();
            assertThat(app("regions", COMMUNITY, query)).isPositive();
        }
    }

    @Test
    void whoIsAwayIsSeenInScopeOnlyAndHoursAreSetThereOnly() throws SQLException {
        for (String table : List.of("notification", "absence", "duty_hours")) {
            String forced = "select count(*) from pg_class where relforcerowsecurity and relname = '" + table + "'";
            assertThat(app("unit", "x", forced)).isOne();
        }
        String set = "with s as (insert into duty_hours values ('" + UNIT + "', '" + COMMUNITY
                + "', '08:00', '17:00') returning 1) select count(*) from s";
        assertThat(refused("regions", "2102", set)).isTrue();
    }

    @Test
    void whoIsAwayIsWrittenByWhoeverAnswersForHimOnly() throws SQLException {
        String worker = "W-" + COMMUNITY + "103-1";
        String region = COMMUNITY + "103";
        String id = UUID.randomUUID().toString();
        String record =
                "with a as (insert into absence (id, worker, unit, region, from_at, to_at) values ('" + id + "', '"
                        + worker + "', '" + UNIT + "', '" + region
                        + "', now() + interval '400 days', now() + interval '401 days') returning 1) select count(*) from a";
        String seen = "select count(*) from absence where id = '" + id + "'";
        String end = "with a as (update absence set to_at = from_at where id = '" + id
                + "' returning 1) select count(*) from a";

        for (List<String> other :
                List.of(List.of("worker", worker), List.of("regions", "2102"), List.of("unit", "U-OTHER"))) {
            assertThat(refused(other.get(0), other.get(1), record))
                    .as("%s", other)
                    .isTrue();
        }
        assertThat(refused("regions", "21", record.replace("'" + region + "'", "'210202001'")))
                .as("of a worker, but of a region that is not his")
                .isTrue();
        assertThat(app("regions", COMMUNITY, record)).isOne();

        assertThat(app("worker", worker, seen)).isOne();
        assertThat(app("unit", UNIT, seen)).isOne();
        assertThat(app("regions", COMMUNITY, seen)).isOne();
        for (List<String> other :
                List.of(List.of("worker", "W-OTHER"), List.of("regions", "2102"), List.of("unit", "U-OTHER"))) {
            assertThat(app(other.get(0), other.get(1), seen)).as("%s", other).isZero();
            assertThat(app(other.get(0), other.get(1), end)).as("%s", other).isZero();
        }
        assertThat(app("worker", worker, end))
                .as("he sees it and does not end it")
                .isZero();
        assertThat(app("regions", COMMUNITY, end)).isOne();
    }

    private static boolean refused(String setting, String value, String query) {
        try {
            app(setting, value, query);
            return false;
        } catch (SQLException e) {
            return e.getMessage().contains("row-level security");
        }
    }

    private static long app(String setting, String value, String query) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        Mesh.shared().jdbcUrl("grid"),
                        "grid_app",
                        Mesh.shared().secrets().password());
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('chuishao." + setting + "', '" + value + "', false)");
            try (ResultSet rows = sql.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
