package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A note of one process. It holds the start too, so that a pid which now belongs to somebody else is not taken for it. */
public record PidFile(Path file) {

    private static final String SUFFIX = ".pid";
    /** Two JVMs may differ by this much when they compute a start from the machine's boot. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    public static PidFile of(DataFolder data, String name) {
        return new PidFile(data.run().resolve(name + SUFFIX));
    }

    /** All notes of a folder, whether their processes live or not. */
    static List<PidFile> all(DataFolder data) {
        if (!Files.isDirectory(data.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.run())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data.run(), e);
        }
    }

    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    void write(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** The noted process, if it is still alive. */
    public Optional<ProcessHandle> living() {
        try {
            String[] noted = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
            if (noted.length != 2) {
                return Optional.empty();
            }
            Instant start = Instant.parse(noted[1]);
            return ProcessHandle.of(Long.parseLong(noted[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(start, started(process)).abs().compareTo(TOLERANCE) < 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
