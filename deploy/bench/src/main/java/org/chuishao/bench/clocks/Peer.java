package org.chuishao.bench.clocks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The same burst with db-scheduler on the same Postgres: so many one-time tasks due at one instant, each of which writes
 * one row, in its own transaction, as its makers have it. Its fast way of polling (lock and fetch), as many threads as it
 * takes to keep the server busy.
 */
record Peer(String postgres, Clock clock) {

    private static final int THREADS = 20;
    private static final String TABLES = """
            create table if not exists scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamptz not null, picked boolean not null, picked_by text,
                last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index if not exists execution_time_idx on scheduled_tasks (execution_time);
            create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create table if not exists told (id text primary key, at timestamptz not null default now());
            """;
    private static final String TASKS = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'deadline', gen_random_uuid()::text, ?::timestamptz, false, 1 from generate_series(1, ?)
            """;

    /** Seconds from the instant at which all were due until the last was done. */
    double burst(int count, Duration patience) throws SQLException, InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + postgres + "/bench");
        config.setUsername("postgres");
        config.setMaximumPoolSize(THREADS + 2);
        try (HikariDataSource source = new HikariDataSource(config)) {
            prepare(source, count);
            return run(source, count, patience);
        }
    }

    private static double run(DataSource source, int count, Duration patience) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        OneTimeTask<Void> task = Tasks.oneTime("deadline").execute((instance, context) -> {
            tell(source, instance);
            left.countDown();
        });
        Scheduler scheduler = Scheduler.create(source, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        long start = System.nanoTime();
        scheduler.start();
        try {
            boolean done = left.await(patience.toSeconds(), TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            // at the pace that it had, where patience ended first
            return done ? seconds : seconds * count / Math.max(1, count - left.getCount());
        } finally {
            scheduler.stop();
        }
    }

    private static void tell(DataSource source, TaskInstance<Void> instance) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into told (id) values (?)")) {
            statement.setString(1, instance.getId());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare(DataSource source, int count) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement tasks = connection.prepareStatement(TASKS)) {
            statement.execute(TABLES);
            tasks.setObject(1, clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC));
            tasks.setInt(2, count);
            tasks.executeUpdate();
            statement.execute("analyze scheduled_tasks");
        }
    }
}
