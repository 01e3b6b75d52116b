package org.chuishao.mesh.log;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.testkit.Mesh;
import org.jspecify.annotations.Nullable;

/** A service's tables as their superuser sees them, of some tickets; its relay stands still meanwhile. */
public final class Tables implements AutoCloseable {

    /** The lock that makes a relay the active one; see {@link ShardRelay}. */
    private static final int RELAY = 0x63687569;

    private static final String END_RELAY = "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
            + " and classid = " + RELAY + " and objid = 0 and granted and pid <> pg_backend_pid()"
            + " and database = (select oid from pg_database where datname = current_database())";

    /** Rows commit out of their order, though not those of one ticket. */
    private static final int OUT_OF_ORDER = 5000;

    private final Connection sql;
    private final Set<UUID> written = new HashSet<>();
    private UUID[] tickets = {};
    private long last;

    Tables(String service) {
        try {
            sql = DriverManager.getConnection(Mesh.shared().jdbcUrl(service), "postgres", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            execute(END_RELAY);
            return (boolean)
                    rows("select pg_try_advisory_lock(" + RELAY + ", 0)").get(0).get(0);
        });
        execute("delete from log_position where kafka_partition >= " + PlayedLog.FIRST);
    }

    void of(List<UUID> some) {
        tickets = some.toArray(UUID[]::new);
    }

    /** What the service has written of these tickets since the last time, in order. */
    List<Event> written() {
        List<Event> events = new ArrayList<>();
        for (List<Object> row :
                rows("select seq, attributes::text, data from outbox where ticket_id = any(?) and seq > "
                        + (last - OUT_OF_ORDER) + " order by seq")) {
            Event event = EventCodec.read(StateJson.strings((String) row.get(1)), (String) row.get(2));
            last = Math.max(last, (long) row.get(0));
            if (written.add(event.id())) {
                events.add(event);
            }
        }
        return events;
    }

    Map<UUID, TicketState> folds() {
        Map<UUID, TicketState> folds = new HashMap<>();
        rows("select ticket_id, state::text from ticket_fold where ticket_id = any(?)")
                .forEach(row -> folds.put((UUID) row.get(0), StateJson.state((String) row.get(1))));
        return folds;
    }

    /** @param query with a {@code ?} for the tickets, or without */
    public List<List<Object>> rows(String query) {
        try (PreparedStatement statement = sql.prepareStatement(query)) {
            if (query.contains("?")) {
                statement.setArray(1, sql.createArrayOf("uuid", tickets));
            }
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The acts that the service has clocks for: what is owed in a state, or of a part. */
    public Set<String> clocked() {
        Set<String> acts = new HashSet<>();
        rows("select distinct act from deadline where ticket_id = any(?)")
                .forEach(row -> acts.add((String) row.get(0)));
        return acts;
    }

    /** The acts that a clock waits for: it runs, or has run out and the act was not done. */
    public Set<String> awaited(UUID ticket, @Nullable UUID part) {
        return acts(ticket, part, "'RUNNING', 'APPROACHING', 'MISSED'");
    }

    /** Those of them whose clock has not run out. */
    public Set<String> running(UUID ticket, @Nullable UUID part) {
        return acts(ticket, part, "'RUNNING', 'APPROACHING'");
    }

    private Set<String> acts(UUID ticket, @Nullable UUID part, String states) {
        Set<String> acts = new HashSet<>();
        rows("select act from deadline where stopped_at is null and state in (" + states + ") and ticket_id = '"
                        + ticket + "' and assignment " + (part == null ? "is null" : "= '" + part + "'"))
                .forEach(row -> acts.add((String) row.get(0)));
        return acts;
    }

    /** Changes what the service could not. */
    public void execute(String statement) {
        try (Statement any = sql.createStatement()) {
            any.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Takes out all that was made of these tickets, before the relay goes on. */
    @Override
    public void close() throws SQLException {
        for (List<Object> table : rows("select table_name, column_name from information_schema.columns"
                + " where table_schema = 'public' and (column_name = 'ticket_id' or table_name || column_name = 'ticketid')"
                + " and table_name in (select relname from pg_class where relkind = 'r')")) {
            try (PreparedStatement gone =
                    sql.prepareStatement("delete from " + table.get(0) + " where " + table.get(1) + " = any(?)")) {
                gone.setArray(1, sql.createArrayOf("uuid", tickets));
                gone.execute();
            }
        }
        sql.close();
    }
}
