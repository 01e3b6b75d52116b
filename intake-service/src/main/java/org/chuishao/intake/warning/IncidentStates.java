package org.chuishao.intake.warning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps where a warning's ticket stands, for those whose complaint it is and who do not see it itself. */
@ApplicationScoped
class IncidentStates implements LogEffect {

    private static final String UPDATE = """
            update incident i set state = n.state from unnest($1::uuid[], $2::text[]) as n (id, state)
            where i.ticket_id = n.id
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, State> moved = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            if (read.after().channel() == Channel.WARNING
                    && read.before().state() != read.after().state()) {
                moved.put(read.event().ticket(), read.after().state());
            }
        }
        return moved.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(UPDATE)
                        .execute(Tuple.of(
                                moved.keySet().toArray(UUID[]::new),
                                moved.values().stream().map(State::name).toArray(String[]::new)))
                        .replaceWithVoid();
    }
}
