package org.chuishao.grid.evidence.storage;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The store that the configuration names. */
@Singleton
class ChosenStore {

    @Produces
    @Singleton
    PhotoStore store(StoreConfig config, S3Config s3) {
        return switch (config.kind()) {
            case FOLDER -> new FolderStore(config.folder());
            case S3 -> new S3Store(s3);
        };
    }

    void close(@Disposes PhotoStore store) {
        if (store instanceof S3Store s3) {
            s3.close();
        }
    }
}
