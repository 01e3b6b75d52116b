package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chuishao.testkit.Folders;

/** Where a local run keeps everything: data of Kafka and Postgres, keys, logs, notes of its processes. */
public record DataFolder(Path root) {

    private static final String MARKER = ".chuishao-local-run";
    private static final long DISK_NEEDED = 2L << 30;

    /** Makes the folder ready; one that holds somebody else's files, or that cannot be written to, is refused. */
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
            // written each time, since a disk may have become read-only
            Files.writeString(root.resolve(MARKER), "Made by deploy/local/up, which may delete this folder.\n");
        } catch (IOException e) {
            throw new Trouble(
                    Trouble.FOREIGN_FOLDER,
                    "Cannot write to %s (%s). Make it writable, or choose another folder with --data."
                            .formatted(root, reason(e)));
        }
    }

    /** Refuses a disk on which a mesh would soon have no room. */
    void requireRoom() {
        try {
            long usable = Files.getFileStore(root).getUsableSpace();
            if (usable < DISK_NEEDED) {
                throw new Trouble(
                        Trouble.DISK_FULL,
                        "Only %d MB are free where %s lies; the local run needs 2 GB. Free some, or choose --data."
                                .formatted(usable >> 20, root));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + root, e);
        }
    }

    /** Refuses a folder in which no mesh was ever started, so that nothing is made there. */
    void requireKeys() {
        if (!Files.isDirectory(keys())) {
            throw new Trouble(
                    Trouble.NOT_RUNNING, "There is no mesh in " + root + ". Start one: deploy/local/up --detach");
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

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.toString();
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
