package org.chuishao.intake.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Annuls the call back whose event came too late on the log: its verdict does not count anywhere. */
@ApplicationScoped
class LateCallbacks implements LogEffect {

    /** By the event's id: a later call may have the number of one that did not count. */
    private static final String ANNUL = "update callback set annulled = true where id = any($1)";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        UUID[] late = events.stream()
                .filter(LateCallbacks::isLate)
                .map(read -> read.event().id())
                .toArray(UUID[]::new);
        return late.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(ANNUL)
                        .execute(Tuple.of((Object) late))
                        .replaceWithVoid();
    }

    private static boolean isLate(ReadEvent read) {
        return !read.applied()
                && read.event().source() == Source.INTAKE
                && read.event().data() instanceof CalledBack;
    }
}
