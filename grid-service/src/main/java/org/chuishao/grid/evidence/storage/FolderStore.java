package org.chuishao.grid.evidence.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A folder, in 256 parts by the end of the name, so that none grows too long. Replicas share it, or have one replica. */
final class FolderStore implements PhotoStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public void put(String name, byte[] bytes, String mediaType) throws IOException {
        Path file = file(name);
        Path folder = Files.createDirectories(file.resolveSibling("."));
        Path aside = folder.resolve("." + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(aside, CREATE_NEW, WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entry = FileChannel.open(folder, READ)) {
                entry.force(true);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        String stem = name.substring(0, name.indexOf('.'));
        return root.resolve(stem.substring(stem.length() - 2)).resolve(name);
    }
}
