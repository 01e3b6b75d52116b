package org.chuishao.intake.merge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** Forgets a merge that is over: the ticket goes on by itself or is settled, or the merge came too late on the log. */
@ApplicationScoped
class EndedMerges implements LogEffect {

    /** By its parent too: what a command has merged anew since stays. */
    private static final String DROP = """
            delete from merged_ticket m using unnest($1::uuid[], $2::uuid[]) as ended (child, parent)
            where m.child = ended.child and m.parent = ended.parent
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<ReadEvent> ended =
                events.stream().filter(read -> parent(read) != null).toList();
        return ended.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(DROP)
                        .execute(Tuple.of(
                                ended.stream()
                                        .map(read -> read.event().ticket())
                                        .toArray(UUID[]::new),
                                ended.stream()
                                        .map(EndedMerges::parent)
                                        .filter(Objects::nonNull)
                                        .toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** The parent of a merge that this event ended; null where it ended none. */
    private static @Nullable UUID parent(ReadEvent read) {
        boolean merged = read.after().state() == State.MERGED;
        if (!read.applied() && read.event().data() instanceof Merged late) {
            return merged && late.parent().equals(read.after().parent()) ? null : late.parent();
        }
        return read.before().state() == State.MERGED && !merged ? read.before().parent() : null;
    }
}
