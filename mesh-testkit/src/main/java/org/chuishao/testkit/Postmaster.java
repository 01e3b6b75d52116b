package org.chuishao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process that serves a data folder, by the note that Postgres leaves in it. */
final class Postmaster {

    private static final long PATIENCE_SECONDS = 30;

    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The living postgres process of this folder: a note of a dead one, or of a process that is none, counts nothing. */
    Optional<ProcessHandle> process() {
        Path note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(note);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Postmaster::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + note, e);
        }
    }

    /**
     * Ends a server that outlived a killed JVM. The embedded server would take it for its own, whatever its port and
     * settings are.
     */
    void stopLeftover() {
        process().ifPresent(leftover -> {
            try {
                // SIGINT is the fast shutdown; SIGTERM would wait for every client to go.
                new ProcessBuilder("kill", "-INT", Long.toString(leftover.pid()))
                        .start()
                        .waitFor();
                leftover.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                leftover.destroyForcibly();
                leftover.onExit().join();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot stop the postgres left over on " + data, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(true);
    }
}
