package org.chuishao.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * One real Postgres 18 with the databases and roles of the mesh. The embedded server is made for throw-away data and
 * turns fsync off; this one turns it on again and does not start when the server says otherwise.
 */
public final class DurablePostgres implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;
    private final Path data;
    private final ProcessHandle postmaster;
    private final Runnable afterwards;

    private DurablePostgres(EmbeddedPostgres server, Path data, ProcessHandle postmaster, Runnable afterwards) {
        this.server = server;
        this.data = data;
        this.postmaster = postmaster;
        this.afterwards = afterwards;
    }

    /** A server on a free port whose data is deleted when it closes, and its log with it (see {@link QueryPlans}). */
    public static DurablePostgres temporary(String password) {
        Chatter.hush();
        Path data = Folders.temporary("chuishao-postgres");
        return start(data, 0, password, true, () -> Folders.delete(data));
    }

    /** A server with this data folder; port 0 takes a free one. A server left over on the same folder is stopped. */
    public static DurablePostgres start(Path data, int port, String password) {
        return start(data, port, password, false, () -> {});
    }

    private static DurablePostgres start(Path data, int port, String password, boolean collected, Runnable afterwards) {
        try {
            Files.createDirectories(data);
            new Postmaster(data).stopLeftover();
            EmbeddedPostgres server = Programs.ofThisUser()
                    .start(EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPort(Ports.orFree(port))
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", "400")
                            .setServerConfig("shared_buffers", "256MB")
                            .setServerConfig("max_wal_size", "2GB")
                            .setServerConfig("timezone", "UTC")
                            .setServerConfig("logging_collector", collected ? "on" : "off")
                            .setServerConfig("log_rotation_size", "0")
                            .setServerConfig("log_rotation_age", "0")
                            .setServerConfig("log_destination", collected ? "jsonlog" : "stderr"));
            ProcessHandle postmaster = new Postmaster(data)
                    .process()
                    .orElseThrow(() -> new IllegalStateException("Postgres says it started, but has no process"));
            DurablePostgres postgres = new DurablePostgres(server, data, postmaster, afterwards);
            postgres.prepare(password);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not start on " + data, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    Path data() {
        return data;
    }

    /** The server's first process, for those who watch it or kill it. */
    public ProcessHandle postmaster() {
        return postmaster;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection of the superuser, who sees through row-level security. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not stop", e);
        }
        afterwards.run();
    }

    private void prepare(String password) {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    row.next();
                    if (!"on".equals(row.getString(1))) {
                        throw new IllegalStateException("Postgres runs with " + setting + " = " + row.getString(1));
                    }
                }
            }
            Bootstrap.run(connection, password);
        } catch (SQLException | RuntimeException e) {
            close();
            throw new IllegalStateException("Postgres cannot be used: " + e.getMessage(), e);
        }
    }
}
