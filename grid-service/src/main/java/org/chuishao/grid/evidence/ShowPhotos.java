package org.chuishao.grid.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.chuishao.grid.evidence.storage.PhotoStore;
import org.chuishao.grid.evidence.storage.StoredBytes;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Reads photos for whoever is calling. */
@ApplicationScoped
class ShowPhotos {

    private static final UUID FIRST = new UUID(0, 0);

    private static final Duration SOON = Duration.ofSeconds(3);

    private final Photos photos;
    private final PhotoStore store;
    private final EvidenceConfig config;
    private final Scopes scopes;
    private final Vertx vertx;

    ShowPhotos(Photos photos, PhotoStore store, EvidenceConfig config, Scopes scopes, Vertx vertx) {
        this.photos = photos;
        this.store = store;
        this.config = config;
        this.scopes = scopes;
        this.vertx = vertx;
    }

    /** @param bytes to be read once. @param type the media type */
    record Content(InputStream bytes, String type, String sha256) {}

    Uni<PhotoView> one(UUID id) {
        return photo(id).map(this::view);
    }

    PhotoView view(Photo photo) {
        return PhotoView.of(photo, config.piece().asLongValue());
    }

    Uni<Page<PhotoView>> list(Subject subject, @Nullable String cursor, int limit) {
        UUID after = Objects.requireNonNullElse(Cursor.id(cursor), FIRST);
        return read(() -> photos.of(subject, after, limit + 1))
                .map(found -> Page.of(found.stream().map(this::view).toList(), limit, last -> last.id()
                        .toString()));
    }

    Uni<Content> content(UUID id) {
        return photo(id).chain(photo -> {
            String type = photo.mediaType;
            String hash = photo.storedHash;
            if (type == null || hash == null) {
                throw Problem.conflict(
                        "It is not there yet, or was not taken: see state.", Map.of("state", photo.state));
            }
            return Uni.createFrom()
                    .completionStage(() -> vertx.executeBlocking(() -> store.open(Photo.name(id, type)), false)
                            .toCompletionStage())
                    .onFailure(IOException.class)
                    .transform(away -> Problem.unavailable(SOON))
                    .map(file -> new Content(file, type, hash));
        });
    }

    Multi<byte[]> pieces(Content content) {
        return StoredBytes.of(content.bytes(), vertx);
    }

    private Uni<Photo> photo(UUID id) {
        return read(() -> photos.find(id)).onItem().ifNull().failWith(() -> Problem.notFound("photo"));
    }

    /** An emitter hands no cancellation on: a client that hangs up does not break a transaction in the middle. */
    private <T> Uni<T> read(Supplier<Uni<T>> query) {
        Uni<T> work = Panache.withTransaction(() -> scopes.enter().chain(() -> query.get()));
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
