package org.chuishao.grid.evidence;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.chuishao.grid.evidence.Arrived.Whole;
import org.chuishao.grid.evidence.picture.BadPicture;
import org.chuishao.grid.evidence.picture.Picture;
import org.chuishao.grid.evidence.storage.PhotoStore;

/**
 * A photo is whole: it is checked, cleaned and stored, or refused, on threads of its own. May be done twice, by replicas
 * or after a crash, and comes to the same.
 */
@ApplicationScoped
class FinishUpload {

    private final Arrived arrived;
    private final PhotoStore store;
    private final EvidenceConfig config;
    private final WorkerExecutor workers;
    private final Semaphore places;

    FinishUpload(Arrived arrived, PhotoStore store, EvidenceConfig config, Vertx vertx) {
        this.arrived = arrived;
        this.store = store;
        this.config = config;
        this.workers = vertx.createSharedWorkerExecutor("evidence", config.threads());
        this.places = new Semaphore(config.threads() + config.waiting());
    }

    /** Ends when it is finished; at once where too many wait already: it is then finished later. */
    Uni<Void> finish(UUID id) {
        if (!places.tryAcquire()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(
                        () -> workers.executeBlocking(() -> work(id), false).toCompletionStage())
                .onTermination()
                .invoke(places::release)
                .replaceWithVoid();
    }

    private boolean work(UUID id) {
        Whole whole = arrived.whole(id);
        if (whole == null) {
            return false;
        }
        if (!whole.isAsDeclared()) {
            arrived.sendAgain(id);
            return false;
        }
        try {
            Picture picture = Picture.cleaned(whole.file(), config.pixels());
            String type = picture.mediaType().toString();
            store.put(Photo.name(id, type), picture.bytes(), type);
            arrived.stored(id, whole, picture);
            return true;
        } catch (BadPicture bad) {
            arrived.refused(id, whole, "The file " + bad.words() + ".");
        } catch (IOException away) {
            // it stays whole in the database, and is tried again
            Log.warnf("photo %s cannot be stored now: %s", id, away.getClass().getName());
        }
        return false;
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
