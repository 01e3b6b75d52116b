package org.chuishao.routing.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.testkit.Mesh;

/** A ticket's clocks as they stand in routing's table. */
public final class ClockRows {

    private static final String OF_TICKET = """
            select act, state, started_at, due_at from deadline where ticket_id = ? order by started_at, id
            """;

    private ClockRows() {}

    /** What each waits for and what became of it, as {@code DISPATCH RUNNING}, the first one first. */
    public static List<String> of(TicketOnLog ticket) {
        return rows(ticket).stream().map(row -> row.act + ' ' + row.state).toList();
    }

    /** The limit of the only clock of an act. */
    public static Duration limit(TicketOnLog ticket, String act) {
        List<Found> found =
                rows(ticket).stream().filter(row -> row.act.equals(act)).toList();
        if (found.size() != 1) {
            throw new AssertionError("clocks of " + act + ": " + found);
        }
        return found.get(0).limit;
    }

    private record Found(String act, String state, Duration limit) {}

    private static List<Found> rows(TicketOnLog ticket) {
        Mesh mesh = Mesh.shared();
        try (Connection reader = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"),
                        "routing_reader",
                        mesh.secrets().password());
                PreparedStatement query = reader.prepareStatement(OF_TICKET)) {
            query.setObject(1, ticket.id());
            List<Found> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Found(
                            rows.getString("act"),
                            rows.getString("state"),
                            Duration.between(
                                    rows.getObject("started_at", OffsetDateTime.class),
                                    rows.getObject("due_at", OffsetDateTime.class))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
