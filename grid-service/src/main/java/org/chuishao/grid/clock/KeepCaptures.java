package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.AssignmentEvent;
import org.chuishao.mesh.event.AssignmentEvent.ArrivedOnSite;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps when an act was done by the phone, for each clock that it stopped. The first time counts, as for the clock; of a
 * result the last, for what is sent back has a clock again.
 */
@ApplicationScoped
class KeepCaptures implements LogEffect {

    private static final String KEEP = """
            INSERT INTO captured_act (assignment, act, captured_at) VALUES ($1, $2, $3)
            ON CONFLICT (assignment, act) DO UPDATE SET captured_at = excluded.captured_at
            WHERE captured_act.act = 'RESOLVE'
            """;
    private static final String FORGET = "DELETE FROM captured_act WHERE assignment = $1 AND act = 'RESOLVE'";

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Tuple> captured = new ArrayList<>();
        List<Tuple> online = new ArrayList<>();
        for (ReadEvent read : events) {
            if (read.applied() && read.event().data() instanceof AssignmentEvent act) {
                Instant at = capturedAt(act);
                if (at != null) {
                    for (Act stopped : DoneActs.by(act)) {
                        captured.add(Tuple.of(read.event().assignment(), stopped.name(), at.atOffset(ZoneOffset.UTC)));
                    }
                } else if (act instanceof AssignmentResolved) {
                    online.add(Tuple.of(read.event().assignment()));
                }
            }
        }
        return run(transaction, FORGET, online).chain(() -> run(transaction, KEEP, captured));
    }

    private static Uni<Void> run(ReaderTransaction transaction, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static @Nullable Instant capturedAt(AssignmentEvent event) {
        if (event instanceof AssignmentSigned signed) {
            return signed.capturedAt();
        }
        if (event instanceof CitizenContacted contacted) {
            return contacted.capturedAt();
        }
        if (event instanceof ArrivedOnSite arrived) {
            return arrived.capturedAt();
        }
        return event instanceof AssignmentResolved resolved ? resolved.capturedAt() : null;
    }
}
