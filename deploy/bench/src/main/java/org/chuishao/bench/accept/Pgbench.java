package org.chuishao.bench.accept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chuishao.local.Trouble;

/** Postgres's own measure of the same server: one plain row an insert, each committed by itself. */
final class Pgbench {

    private static final int NO_PGBENCH = 12;
    private static final String TABLE = """
            create table plain (
                id uuid primary key, number text not null, state text not null, region text not null,
                title text not null, content text not null, caller text, received_at timestamptz not null
            )
            """;
    /** As wide as a ticket of the benchmark, with nothing beside it. */
    private static final String INSERT = """
            insert into plain values (gen_random_uuid(), '2026112300012347', 'PENDING_DISPATCH', '210102001002', \
            repeat('a', 120), repeat('b', 440), repeat('c', 160), now());
            """;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final String postgres;
    private final Path script;

    private Pgbench(Path program, String postgres, Path script) {
        this.program = program;
        this.postgres = postgres;
        this.script = script;
    }

    /** @throws Trouble where the machine has none */
    static Path find() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"));
        Optional<Path> found =
                Stream.concat(installed(), onPath).filter(Files::isExecutable).findFirst();
        return found.orElseThrow(() -> new Trouble(
                NO_PGBENCH,
                "pgbench is not on the PATH nor in /usr/lib/postgresql/*/bin. It comes with Postgres"
                        + " (Debian: apt install postgresql-contrib)."));
    }

    static Pgbench on(String postgres, Path program) throws SQLException, IOException {
        try (Connection admin =
                        DriverManager.getConnection("jdbc:postgresql://" + postgres + "/postgres", "postgres", "");
                Statement statement = admin.createStatement()) {
            statement.execute("create database bench");
        }
        try (Connection bench =
                        DriverManager.getConnection("jdbc:postgresql://" + postgres + "/bench", "postgres", "");
                Statement statement = bench.createStatement()) {
            statement.execute(TABLE);
        }
        Path script = Files.createTempFile("chuishao-insert", ".sql");
        Files.writeString(script, INSERT);
        script.toFile().deleteOnExit();
        return new Pgbench(program, postgres, script);
    }

    /** Rows inserted a second. */
    double perSecond(int connections, double seconds) throws IOException, InterruptedException {
        String[] server = postgres.split(":", -1);
        List<String> command = List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=2",
                "--time=" + Math.max(1, Math.round(seconds)),
                "--file=" + script,
                "--host=" + server[0],
                "--port=" + server[1],
                "--username=postgres",
                "bench");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Stream<Path> installed() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
