package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.see;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The clocks of a ticket, as they stand in intake's database. */
final class Clocks {

    private Clocks() {}

    /** Act and state of each, in the order of their start. */
    static List<String> of(UUID ticket) throws SQLException {
        return see(
                "reader",
                "select act || ' ' || state from deadline where ticket_id = '" + ticket + "' order by started_at, act");
    }

    static void awaitClock(UUID ticket, String clock) {
        await().atMost(PATIENCE).until(() -> of(ticket).contains(clock));
    }

    /** What a column or expression of a ticket's running or stopped clock of an act says. */
    static String say(UUID ticket, String act, String what) throws SQLException {
        return see(
                        "reader",
                        "select " + what + " from deadline d where ticket_id = '" + ticket + "' and act = '" + act
                                + "' order by started_at desc limit 1")
                .get(0);
    }

    /** As if its time had run out just now. */
    static void over(UUID ticket, String act) throws SQLException {
        awaitClock(ticket, act + " RUNNING");
        update("update deadline set due_at = app_now(), next_at = app_now() where ticket_id = '" + ticket
                + "' and act = '" + act + "' and state = 'RUNNING'");
    }

    static void update(String sql) throws SQLException {
        as("reader", sql);
    }

    static void bySuperuser(String sql) throws SQLException {
        as("superuser", sql);
    }

    private static void as(String role, String sql) throws SQLException {
        try (Connection connection = Intake.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
