package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chuishao.testkit.Folders;

/** Where a local run keeps everything: data of Kafka and Postgres, keys, logs, notes of its processes. */
public record DataFolder(Path root) {

    private static final String MARKER = ".chuishao-local-run";
    private static final long DISK_NEEDED = 2L << 30;

    /** Makes the folder ready; one that holds somebody else's files is refused. */
    void open() {
        try {
            if (Files.isDirectory(root) && !isOurs() && !isEmpty()) {
                throw new Trouble(
                        Trouble.FOREIGN_FOLDER,
                        root + " is not empty and is no data folder of a local run. Choose another with --data.");
            }
            for (Path part : new Path[] {run(), logs()}) {
                Files.createDirectories(part);
            }
            if (!isOurs()) {
                Files.writeString(root.resolve(MARKER), "Made by deploy/local/up, which may delete this folder.\n");
            }
            long usable = Files.getFileStore(root).getUsableSpace();
            if (usable < DISK_NEEDED) {
                throw new Trouble(
                        Trouble.DISK_FULL,
                        "Only %d MB are free where %s lies; the local run needs 2 GB. Free some, or choose --data."
                                .formatted(usable >> 20, root));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + root, e);
        }
    }

    /** Deletes the folder if it is one of ours; anything else stays untouched. */
    void wipe() {
        if (!Files.exists(root)) {
            return;
        }
        if (!isOurs()) {
            throw new Trouble(
                    Trouble.FOREIGN_FOLDER,
                    root + " was not made by deploy/local/up (it has no " + MARKER + "), so --fresh leaves it alone.");
        }
        Folders.delete(root);
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    private boolean isOurs() {
        return Files.exists(root.resolve(MARKER));
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }
}
