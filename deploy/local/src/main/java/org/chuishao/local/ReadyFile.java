package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a part without an HTTP port tells its supervisor that it is ready: it writes its pid. */
record ReadyFile(Path file) {

    static ReadyFile of(DataFolder data, String name) {
        return new ReadyFile(data.run().resolve(name + ".ready"));
    }

    void write() {
        try {
            Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** True when the process that wrote it is alive; one that was killed does not count. */
    boolean written() {
        try {
            return Files.exists(file)
                    && ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                            .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false; // caught in the middle of being written
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
