package org.chuishao.grid.log;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.chuishao.testkit.Mesh;

/** Holds the relay back, so that what grid writes is not on the log before something else is. */
public final class RelayStop implements AutoCloseable {

    /** The lock that makes a relay the active one; see {@code ShardRelay}. */
    private static final int LOCK_SPACE = 0x63687569;

    private static final String END_ACTIVE =
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and classid = " + LOCK_SPACE + " and objid = 0 and granted and pid <> pg_backend_pid()"
                    + " and database = (select oid from pg_database where datname = current_database())";

    private final Connection held;

    public RelayStop() {
        try {
            held = DriverManager.getConnection(
                    Mesh.shared().jdbcUrl("grid"),
                    "grid_reader",
                    Mesh.shared().secrets().password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        await().until(this::taken);
    }

    private boolean taken() throws SQLException {
        try (Statement sql = held.createStatement()) {
            sql.execute(END_ACTIVE);
            try (ResultSet got = sql.executeQuery("select pg_try_advisory_lock(" + LOCK_SPACE + ", 0)")) {
                return got.next() && got.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
