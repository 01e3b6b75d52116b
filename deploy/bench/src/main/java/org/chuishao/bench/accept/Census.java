package org.chuishao.bench.accept;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Counts in the databases themselves what became of the accepted tickets. */
record Census(String postgres) {

    private static final String TICKETS = "select id, count(*) over (partition by source_number) as times from ticket"
            + " where source_number like 'bench-%'";
    private static final String LEADS = "select ticket_id, count(*) from assignment where lead group by ticket_id";

    /**
     * @param lost accepted, but not in intake's table, or in no inbox
     * @param twice one request, two tickets; or one ticket, two leads
     */
    record Count(long lost, long twice) {}

    Count of(Set<UUID> accepted) throws SQLException {
        Map<UUID, Integer> tickets = counts("intake", TICKETS);
        Map<UUID, Integer> leads = counts("grid", LEADS);
        long lost = accepted.stream()
                .filter(ticket -> !tickets.containsKey(ticket) || !leads.containsKey(ticket))
                .count();
        long twice = accepted.stream()
                .filter(ticket -> tickets.getOrDefault(ticket, 0) > 1 || leads.getOrDefault(ticket, 0) > 1)
                .count();
        return new Count(lost, twice);
    }

    /** Waits until all accepted tickets are in an inbox, but no longer than this. @return seconds waited */
    double settle(Set<UUID> accepted, Duration patience) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        Deadline deadline = Deadline.in(patience);
        while (single("grid", "select count(*) from assignment where lead") < accepted.size() && !deadline.past()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Tickets that a model in use has read. */
    long readByModel() throws SQLException {
        return single("routing", "select count(*) from model_answer a join model m on m.version = a.model");
    }

    private Map<UUID, Integer> counts(String database, String query) throws SQLException {
        Map<UUID, Integer> counts = new HashMap<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.merge(rows.getObject(1, UUID.class), rows.getInt(2), Integer::sum);
            }
        }
        return counts;
    }

    private long single(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + postgres + "/" + database, "postgres", "");
    }
}
