package org.chuishao.grid.evidence.storage;

import java.io.IOException;
import java.io.InputStream;

/** Where finished photos lie, by names that are given once. All calls wait: none belongs on an event loop. */
public interface PhotoStore {

    /** Keeps it whole or not at all; the same again changes nothing. Returns when it will outlast a crash. */
    void put(String name, byte[] bytes, String mediaType) throws IOException;

    /**
     * Its bytes from the first on; whoever reads them closes it.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    InputStream open(String name) throws IOException;

    /** Changes nothing where there is none. */
    void delete(String name) throws IOException;
}
