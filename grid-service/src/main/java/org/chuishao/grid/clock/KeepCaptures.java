package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.AssignmentEvent;
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

    private record Done(UUID assignment, Act act) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<Done, @Nullable Instant> done = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID assignment = read.event().assignment();
            if (read.applied() && assignment != null && read.event().data() instanceof AssignmentEvent event) {
                DoneActs.by(event).forEach(act -> keep(done, new Done(assignment, act), event.capturedAt()));
            }
        }
        List<Tuple> captured = new ArrayList<>();
        List<Tuple> online = new ArrayList<>();
        done.forEach((it, at) -> {
            if (at != null) {
                captured.add(Tuple.of(it.assignment(), it.act().name(), at.atOffset(ZoneOffset.UTC)));
            } else if (it.act() == Act.RESOLVE) {
                online.add(Tuple.of(it.assignment()));
            }
        });
        return run(transaction, FORGET, online).chain(() -> run(transaction, KEEP, captured));
    }

    private static void keep(Map<Done, @Nullable Instant> done, Done it, @Nullable Instant at) {
        if (it.act() == Act.RESOLVE) {
            done.put(it, at);
        } else if (at != null) {
            done.putIfAbsent(it, at);
        }
    }

    private static Uni<Void> run(ReaderTransaction transaction, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }
}
