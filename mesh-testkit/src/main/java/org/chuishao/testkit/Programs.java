package org.chuishao.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where Postgres's programs are unpacked at the first start, for all who come later. The embedded server's own lock lets
 * two processes unpack into one folder, and what a killed one left there makes every later start fail: here one process
 * starts at a time, and removes first what was unpacked in part.
 */
record Programs(Path folder) {

    /** One for each user, who may delete nothing of another. */
    static Programs ofThisUser() {
        return new Programs(
                Path.of(System.getProperty("java.io.tmpdir"), "chuishao-postgres-" + System.getProperty("user.name")));
    }

    EmbeddedPostgres start(EmbeddedPostgres.Builder server) throws IOException {
        // The lock is one of processes; a second thread of this one would be refused instead of waiting.
        synchronized (Programs.class) {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                deleteParts();
                return server.setOverrideWorkingDirectory(folder.toFile()).start();
            }
        }
    }

    private void deleteParts() throws IOException {
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder, "PG-*")) {
            for (Path one : unpacked) {
                if (!Files.exists(one.resolve(".exists"))) {
                    Folders.delete(one);
                }
            }
        }
    }
}
