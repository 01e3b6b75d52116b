package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.Placement;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentReassigned;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.log.TicketLock;
import org.chuishao.mesh.sql.Columns;
import org.chuishao.mesh.sql.Rows;

/**
 * Gives what somebody has in hand where he works no more to whoever holds his role there now, else to the unit's desk; the
 * log says so. As a clock's firing it needs the ticket's lock, and passes by what it cannot have.
 */
@ApplicationScoped
class HandOn {

    /** Of a part that is resolved: its ticket may still bring it back to whoever has it. */
    static final String LIVE = "f.state ->> 'state' NOT IN (@settled) AND (f.state ->> 'round')::int = a.round"
            .replace(
                    "@settled",
                    Arrays.stream(State.values())
                            .filter(State::settled)
                            .map(state -> "'" + state + "'")
                            .collect(Collectors.joining(", ")));

    /** Where he works no more, and what is not over. The places of each are asked for once, and only of who has anything. */
    private static final String LEFT_BEHIND = """
            WITH gone AS (SELECT DISTINCT worker FROM leavers()),
            his AS MATERIALIZED (
                SELECT a.id, a.ticket_id, a.region, a.unit, a.worker, a.urgency, a.created_at
                FROM gone g JOIN assignment a ON a.worker = g.worker
                WHERE a.is_open AND a.id <> ALL ($1)
                UNION ALL
                SELECT a.id, a.ticket_id, a.region, a.unit, a.worker, a.urgency, a.created_at
                FROM gone g JOIN assignment a ON a.worker = g.worker JOIN ticket_fold f ON f.ticket_id = a.ticket_id
                WHERE a.phase = 'RESOLVED' AND @live AND a.id <> ALL ($1)),
            placed AS MATERIALIZED (
                SELECT w.worker, places_of(w.worker) AS places FROM (SELECT DISTINCT worker FROM his) w)
            SELECT h.id, h.ticket_id, h.region, h.unit, h.worker FROM his h JOIN placed p ON p.worker = h.worker
            WHERE h.region <> ALL (p.places)
            ORDER BY h.urgency, h.created_at, h.id LIMIT 2000
            """.replace("@live", LIVE);

    /** Asked again of the row that nobody else changes now: another replica may have been quicker. */
    private static final String LOCKED = """
            SELECT a.id, a.ticket_id, a.region, a.unit, a.worker, (SELECT app_now()) AS now FROM assignment a
            WHERE a.id = ANY (ARRAY(SELECT t.id FROM unnest($1::uuid[], $2::bigint[]) t (id, key)
                                    WHERE pg_try_advisory_xact_lock(t.key)))
              AND a.phase <> 'ENDED' AND NOT works_at(a.worker, a.region)
            ORDER BY a.ticket_id, a.id FOR UPDATE
            """;

    /** Where it lies is where its holder is; with the desk it stays where it lay. */
    private static final String GIVE = """
            WITH given AS (
                SELECT * FROM json_to_recordset($1::text::json) AS g (id uuid, grid text, role text, worker text, reason text)),
            clocks AS (
                UPDATE deadline d SET worker = g.worker, region = coalesce(g.grid, d.region)
                FROM given g WHERE d.assignment = g.id AND d.stopped_at IS NULL)
            UPDATE assignment a
            SET region = coalesce(g.grid, a.region), grid = g.grid, role = g.role, worker = g.worker, reason = g.reason
            FROM given g WHERE a.id = g.id
            """;

    private final Placement placement;
    private final OwnPeople ownPeople;

    HandOn(Placement placement, OwnPeople ownPeople) {
        this.placement = placement;
        this.ownPeople = ownPeople;
    }

    /** @param seen that are left as they are */
    Uni<List<LeftBehind>> leftBehind(ReaderTransaction transaction, List<UUID> seen) {
        return transaction
                .sql()
                .preparedQuery(LEFT_BEHIND)
                .execute(Tuple.of((Object) seen.toArray(UUID[]::new)))
                .map(rows -> Rows.list(rows).stream().map(LeftBehind::of).toList());
    }

    /** @return how many went into other hands: not those that others hold just now, or that the log would not take now */
    Uni<Integer> give(ReaderTransaction transaction, List<LeftBehind> some) {
        Columns<LeftBehind> of = new Columns<>(some);
        Tuple values = Tuple.of(of.ids(LeftBehind::id), of.column(it -> TicketLock.key(it.ticket()), Long[]::new));
        return transaction
                .sql()
                .preparedQuery(LOCKED)
                .execute(values)
                .map(Rows::list)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : giveLocked(
                                // the database's time, which the memberships ended by
                                transaction.at(
                                        rows.get(0).getOffsetDateTime("now").toInstant()),
                                rows.stream().map(LeftBehind::of).toList()));
    }

    private Uni<Integer> giveLocked(ReaderTransaction transaction, List<LeftBehind> mine) {
        List<UUID> tickets = mine.stream().map(LeftBehind::ticket).distinct().toList();
        return PresentStates.of(transaction, tickets).chain(states -> {
            List<LeftBehind> open = mine.stream()
                    .filter(it -> it.canChangeHands(state(states, it)))
                    .toList();
            return open.isEmpty()
                    ? Uni.createFrom().item(0)
                    : holders(transaction, open, states)
                            .chain(holders -> write(transaction, open, states, holders))
                            .replaceWith(open.size());
        });
    }

    private Uni<Map<UUID, Holder>> holders(
            ReaderTransaction transaction, List<LeftBehind> open, Map<UUID, TicketState> states) {
        return ownPeople
                .concerned(transaction.sql())
                .map(concerned -> open.stream()
                        .map(it -> it.request(concerned.test(state(states, it)), transaction.now()))
                        .flatMap(Optional::stream)
                        .toList())
                .chain(requests -> placement.resolve(transaction.sql(), requests));
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
}
