package org.chuishao.intake.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.StateClocks;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/**
 * The states that a ticket leaves by an act of intake's. What is settled waits out its window, in which it may be taken up
 * again; what was closed on a promise, from the date that was promised.
 */
@ApplicationScoped
class IntakeClocks implements StateClocks {

    private static final String PROMISED = """
            select ticket_id, until from closing_ground
            where ticket_id = any($1) and kind = 'PROMISE' and stands and until > $2
            """;

    @Override
    public Map<State, Act> acts() {
        return Map.of(
                State.RECEIVED, Act.ACCEPT,
                State.NEEDS_INFO, Act.SUPPLEMENT,
                State.PENDING_REVIEW, Act.REVIEW,
                State.PENDING_CALLBACK, Act.CALLBACK,
                State.CLOSED, Act.REOPEN_WINDOW,
                State.ANSWERED, Act.REOPEN_WINDOW,
                State.DECLINED, Act.REOPEN_WINDOW,
                State.WITHDRAWN, Act.REOPEN_WINDOW);
    }

    @Override
    public Uni<Map<UUID, Instant>> from(ReaderTransaction transaction, List<ReadEvent> events) {
        Set<UUID> promised = new LinkedHashSet<>();
        for (ReadEvent read : events) {
            Event event = read.event();
            if (read.applied() && event.data() instanceof Closed closed && closed.ground() == Ground.PROMISED) {
                promised.add(event.ticket());
            } else if (read.after().state() != State.CLOSED) {
                promised.remove(event.ticket());
            }
        }
        return promised.isEmpty() ? Uni.createFrom().item(Map.of()) : until(transaction, promised);
    }

    private static Uni<Map<UUID, Instant>> until(ReaderTransaction transaction, Set<UUID> promised) {
        return transaction
                .sql()
                .preparedQuery(PROMISED)
                .execute(Tuple.of(
                        promised.toArray(UUID[]::new), transaction.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Map<UUID, Instant> from = new HashMap<>();
                    rows.forEach(row -> from.put(
                            row.getUUID("ticket_id"),
                            row.getOffsetDateTime("until").toInstant()));
                    return from;
                });
    }
}
