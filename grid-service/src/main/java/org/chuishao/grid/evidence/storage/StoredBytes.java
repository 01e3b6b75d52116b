package org.chuishao.grid.evidence.storage;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a stored file, read a piece at a time as they are taken: a slow reader costs one piece and no more. */
public final class StoredBytes {

    private static final int A_PIECE = 64 * 1024;

    private StoredBytes() {}

    /** Read on worker threads, and closed when it ends, however it does. */
    public static Multi<byte[]> of(InputStream file, Vertx vertx) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .completionStage(() -> vertx.executeBlocking(() -> file.readNBytes(A_PIECE), false)
                                .toCompletionStage()))
                .until(piece -> piece.length == 0)
                .onTermination()
                .invoke(() -> vertx.executeBlocking(() -> close(file), false));
    }

    private static boolean close(InputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            Log.debugf("a photo that was read does not close: %s", e.toString());
        }
        return true;
    }
}
