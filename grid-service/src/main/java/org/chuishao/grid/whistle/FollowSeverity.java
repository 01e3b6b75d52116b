package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * A whistle that opened its ticket was blown before routing found how pressing it is: it moves up the queue then. A danger
 * to life stays one.
 */
@ApplicationScoped
class FollowSeverity implements LogEffect {

    private static final String FOLLOW = """
            update whistle w set severity = t.severity
            from unnest($1::uuid[], $2::text[]) as t (ticket, severity)
            where w.ticket_id = t.ticket and w.phase in ('PENDING_CONFIRMATION', 'SOUNDED') and not w.danger
                and w.severity <> t.severity
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, Severity> found = new HashMap<>();
        for (ReadEvent read : events) {
            Severity now = read.after().severity();
            if (now != null && now != read.before().severity()) {
                found.put(read.event().ticket(), now);
            }
        }
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] tickets = found.keySet().toArray(UUID[]::new);
        String[] severities = found.values().stream().map(Enum::name).toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(FOLLOW)
                .execute(Tuple.tuple().addArrayOfUUID(tickets).addArrayOfString(severities))
                .replaceWithVoid();
    }
}
