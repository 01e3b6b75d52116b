package org.chuishao.routing.dispute;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.Disputed;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.routing.dispatch.Json;

/** Keeps the disputes that wait for a conference. */
@ApplicationScoped
class DisputeReader implements LogEffect {

    private static final String KEEP = """
            insert into dispute (ticket_id, ground, units, since)
            select ticket, ground, units, at
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, ground text, units text[], at timestamptz)
            on conflict (ticket_id) do update
                set ground = excluded.ground, units = excluded.units, since = excluded.since, waiting = true
            """;
    private static final String FOLLOW = """
            update dispute d set waiting = r.waiting
            from jsonb_to_recordset($1::text::jsonb) as r (ticket uuid, waiting boolean)
            where d.ticket_id = r.ticket
            """;

    private record Brought(UUID ticket, String ground, List<String> units, Instant at) {}

    private record Moved(UUID ticket, boolean waiting) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, Brought> brought = new LinkedHashMap<>();
        Map<UUID, Moved> moved = new LinkedHashMap<>();
        for (ReadEvent read : events) {
            UUID ticket = read.event().ticket();
            if (read.applied() && read.event().data() instanceof Disputed it) {
                brought.put(
                        ticket,
                        new Brought(
                                ticket,
                                it.ground().value(),
                                it.units(),
                                read.event().at()));
            }
            if (moves(read)) {
                moved.put(ticket, new Moved(ticket, read.after().state() == State.DISPUTED));
            }
        }
        return run(transaction, KEEP, List.copyOf(brought.values()))
                .chain(() -> run(transaction, FOLLOW, List.copyOf(moved.values())));
    }

    /** Into a dispute or out of it; an own designation that came too late leaves it where it is. */
    private static boolean moves(ReadEvent read) {
        boolean before = read.before().state() == State.DISPUTED;
        boolean after = read.after().state() == State.DISPUTED;
        return before != after || (!read.applied() && read.event().data() instanceof LeadDesignated);
    }

    private static Uni<Void> run(ReaderTransaction transaction, String statement, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(statement)
                        .execute(Tuple.of(Json.rows(rows)))
                        .replaceWithVoid();
    }
}
