package org.chuishao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Postgres whose system clock can be set while it runs. libfaketime (Debian's package {@code faketime}) is loaded into
 * its processes alone; the JVM of the test keeps the true time. What goes by the monotonic clock is left as it is, as it is
 * on a machine whose clock is set.
 */
public record FakeTime(Path file) {

    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));
    private static final int DEEP = 3;
    private static final long PATIENCE_SECONDS = 120;

    /** Empty where it is not installed. */
    public static Optional<Path> library() {
        return LIBRARIES.stream()
                .filter(Files::isDirectory)
                .flatMap(FakeTime::in)
                .findFirst();
    }

    private static Stream<Path> in(Path folder) {
        try (Stream<Path> found = Files.find(
                folder, DEEP, (path, attributes) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return found.toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    /** Starts the server again, on its port and with its settings, at the true time. */
    public static FakeTime under(DurablePostgres postgres, Path library) {
        FakeTime time =
                new FakeTime(postgres.data().resolveSibling(postgres.data().getFileName() + ".shift"));
        time.set(Duration.ZERO);
        Path program = Path.of(postgres.postmaster().info().command().orElseThrow());
        List<String> restart = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // as the embedded server does: Postgres refuses to run as root
            restart.addAll(List.of("unshare", "-U"));
        }
        restart.addAll(List.of(
                program.resolveSibling("pg_ctl").toString(),
                "restart",
                "-w",
                "-m",
                "fast",
                "-D",
                postgres.data().toString()));
        run(
                restart,
                Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        time.file().toString(),
                        "FAKETIME_NO_CACHE",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        return time;
    }

    /** Sets the server's clock so far before the true time; a negative duration sets it behind. */
    public void set(Duration ahead) {
        try {
            Path next = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".next"), "%+d%n".formatted(ahead.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the clock cannot be set", e);
        }
    }

    private static void run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("Postgres did not start again: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not start again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
