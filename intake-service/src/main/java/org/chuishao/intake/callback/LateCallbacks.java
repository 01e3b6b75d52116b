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

    private static final String ANNUL = """
            update callback c set annulled = true
            from unnest($1::uuid[], $2::int[], $3::int[]) as late (ticket_id, round, attempt)
            where c.ticket_id = late.ticket_id and c.round = late.round and c.attempt = late.attempt
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<ReadEvent> late = events.stream().filter(LateCallbacks::isLate).toList();
        if (late.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(ANNUL)
                .execute(Tuple.of(
                        late.stream().map(read -> read.event().ticket()).toArray(UUID[]::new),
                        late.stream().map(read -> read.event().round()).toArray(Integer[]::new),
                        late.stream().map(LateCallbacks::attempt).toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    private static boolean isLate(ReadEvent read) {
        return !read.applied()
                && read.event().source() == Source.INTAKE
                && read.event().data() instanceof CalledBack;
    }

    private static Integer attempt(ReadEvent read) {
        return ((CalledBack) read.event().data()).attempt();
    }
}
