package org.chuishao.routing.model;

import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.routing.learn.Centre;
import org.chuishao.routing.learn.Meanings;
import org.chuishao.routing.learn.Planes;
import org.jspecify.annotations.Nullable;

/** The planes of this installation, by its secret salt: the same in each replica, and after each start. */
@ApplicationScoped
class SecretPlanes {

    private final Pool pool;
    private volatile @Nullable Planes planes;

    SecretPlanes(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    /** Nothing as long as the salt was not read. */
    @Nullable
    Meaning of(float[] vector) {
        Planes present = planes;
        return present == null ? null : present.of(vector);
    }

    /** Without planes the models go on, and no meaning leaves: it is tried again at the next reading. */
    Uni<Void> draw() {
        return drawn().onFailure()
                .invoke(failure -> Log.warnf("no planes for meanings: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> drawn() {
        return planes != null
                ? Uni.createFrom().voidItem()
                : pool.query("select salt::text as salt from sketch_salt")
                        .execute()
                        .map(rows -> rows.iterator().next().getString("salt"))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(salt -> planes = new Planes(salt, Meanings.READ_BY, Centre.read(), Planes.SIGNS))
                        .replaceWithVoid();
    }
}
