package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.Placement;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.TicketLock;
import org.chuishao.mesh.sql.Columns;

/**
 * Gives what somebody has in hand where he works no more to whoever holds his role there now, else to the unit's desk; the
 * log says so. As a clock's firing it needs the ticket's lock, and passes by what it cannot have.
 */
@ApplicationScoped
class HandOn {

    /** Where he works no more, and what is not over: a result that waits for its review may come back to him. */
    private static final String LEFT_BEHIND = """
            SELECT a.id, a.ticket_id, a.region, a.role, a.worker FROM assignment a
            WHERE a.worker = ANY ($1) AND NOT a.region = ANY (places_of(a.worker))
              AND (a.is_open OR a.phase = 'RESOLVED' AND EXISTS (
                  SELECT FROM ticket_fold f WHERE f.ticket_id = a.ticket_id AND f.state ->> 'state' = 'PENDING_REVIEW'))
              AND a.id <> ALL ($2)
            ORDER BY a.urgency, a.created_at, a.id LIMIT $3
            """;

    /** Asked again of the row that nobody else changes now: another replica may have been quicker. */
    private static final String LOCKED = """
            SELECT a.id, a.ticket_id, a.region, a.role, a.worker FROM assignment a
            WHERE a.id = ANY (ARRAY(SELECT t.id FROM unnest($1::uuid[], $2::bigint[]) t (id, key)
                                    WHERE pg_try_advisory_xact_lock(t.key)))
              AND a.phase <> 'ENDED' AND NOT a.region = ANY (places_of(a.worker))
            ORDER BY a.ticket_id, a.id FOR UPDATE
            """;

    private static final String GIVE = """
            WITH given AS (
                SELECT * FROM json_to_recordset($1::text::json) AS g (id uuid, grid text, role text, worker text, reason text)),
            clocks AS (
                UPDATE deadline d SET worker = g.worker FROM given g WHERE d.assignment = g.id AND d.stopped_at IS NULL)
            UPDATE assignment a SET grid = g.grid, role = g.role, worker = g.worker, reason = g.reason
            FROM given g WHERE a.id = g.id
            """;

    private final Placement placement;

    HandOn(Placement placement) {
        this.placement = placement;
    }

    /**
     * @param given into other hands
     * @param over the log would not take them: their tickets went on, or go on, without them
     * @param held by others just now, to be tried again
     */
    record Done(int given, List<UUID> over, int held) {

        boolean nothingLeft(int most) {
            return given + over.size() + held < most && held == 0;
        }
    }

    /**
     * @param workers who have left a grid
     * @param except assignments that are left as they are
     */
    Uni<Done> from(ReaderTransaction transaction, List<String> workers, List<UUID> except, int most) {
        Tuple wanted = Tuple.of(workers.toArray(String[]::new), except.toArray(UUID[]::new), most);
        return transaction
                .sql()
                .preparedQuery(LEFT_BEHIND)
                .execute(wanted)
                .map(HandOn::leftBehind)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Done(0, List.of(), 0))
                        : locked(transaction, found).chain(mine -> give(transaction, mine, found.size())));
    }

    private static Uni<List<LeftBehind>> locked(ReaderTransaction transaction, List<LeftBehind> found) {
        Columns<LeftBehind> of = new Columns<>(found);
        Tuple values = Tuple.of(of.ids(LeftBehind::id), of.column(it -> TicketLock.key(it.ticket()), Long[]::new));
        return transaction.sql().preparedQuery(LOCKED).execute(values).map(HandOn::leftBehind);
    }

    private Uni<Done> give(ReaderTransaction transaction, List<LeftBehind> mine, int found) {
        List<UUID> tickets = mine.stream().map(LeftBehind::ticket).distinct().toList();
        return PresentStates.of(transaction, tickets).chain(states -> {
            List<LeftBehind> open = mine.stream()
                    .filter(it -> it.canChangeHands(state(states, it)))
                    .toList();
            List<UUID> over = mine.stream()
                    .filter(it -> !open.contains(it))
                    .map(LeftBehind::id)
                    .toList();
            Done done = new Done(open.size(), over, found - mine.size());
            return open.isEmpty()
                    ? Uni.createFrom().item(done)
                    : holders(transaction, open)
                            .chain(holders -> write(transaction, open, states, holders))
                            .replaceWith(done);
        });
    }

    private Uni<Map<UUID, Holder>> holders(ReaderTransaction transaction, List<LeftBehind> open) {
        List<PlacementRequest> requests = open.stream()
                .map(it -> it.request(transaction.now()))
                .flatMap(Optional::stream)
                .toList();
        return placement.resolve(transaction.sql(), requests);
    }

    private static Uni<Void> write(
            ReaderTransaction transaction,
            List<LeftBehind> open,
            Map<UUID, TicketState> states,
            Map<UUID, Holder> holders) {
        JsonArray rows = new JsonArray();
        List<Draft> drafts = new ArrayList<>();
        Map<UUID, Integer> said = new HashMap<>();
        for (LeftBehind it : open) {
            AssignmentReassigned event = it.reassigned(holders.get(it.id()));
            TicketState ticket = state(states, it);
            int before = said.merge(it.ticket(), 1, Integer::sum) - 1;
            rows.add(it.row(event));
            drafts.add(new Draft(it.ticket(), ticket.round(), it.id(), ticket.seen() + before, event));
        }
        return transaction
                .sql()
                .preparedQuery(GIVE)
                .execute(Tuple.of(rows.encode()))
                .chain(() -> transaction.append(drafts));
    }

    private static TicketState state(Map<UUID, TicketState> states, LeftBehind it) {
        return states.getOrDefault(it.ticket(), TicketState.unseen());
    }

    private static List<LeftBehind> leftBehind(Iterable<Row> rows) {
        List<LeftBehind> found = new ArrayList<>();
        rows.forEach(row -> found.add(LeftBehind.of(row)));
        return found;
    }
}
