package org.chuishao.mesh.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Rows;

/** Moves clocks in a reader's or a firing's transaction. What each end was before is kept, and each new one said on the log. */
@ApplicationScoped
public class MoveDeadlines {

    static final String MOVE = "select move_clocks($1)";
    private static final String LIVING = """
            select row_to_json(d)::text as clock from deadline d
            where assignment = any($1) and act = any($2) and state in ('RUNNING', 'APPROACHING', 'PAUSED')
                and stopped_at is null
            order by id for update
            """;
    private static final String OF_TICKETS = """
            select row_to_json(d)::text as clock from deadline d
            where ticket_id = any($1) and assignment is null and act = any($2) and state in ('RUNNING', 'APPROACHING')
                and stopped_at is null
            order by id for update
            """;

    /** @param seen how many of the clock's ticket's events were read or written by now */
    public record Moved(ClockMove move, int seen) {}

    /** The clocks of parts that run or are paused. */
    public Uni<List<Standing>> living(ReaderTransaction transaction, Collection<UUID> assignments, Set<Act> acts) {
        return clocks(transaction, LIVING, assignments, acts);
    }

    /** Tickets' own clocks that run. */
    Uni<List<Standing>> running(ReaderTransaction transaction, Collection<UUID> tickets, Set<Act> acts) {
        return clocks(transaction, OF_TICKETS, tickets, acts);
    }

    private static Uni<List<Standing>> clocks(
            ReaderTransaction transaction, String sql, Collection<UUID> whose, Set<Act> acts) {
        return whose.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction
                        .sql()
                        .preparedQuery(sql)
                        .execute(Tuple.of(
                                whose.toArray(UUID[]::new),
                                acts.stream().map(Act::name).toArray(String[]::new)))
                        .map(rows -> Rows.list(rows).stream()
                                .map(row -> Standing.of(new JsonObject(row.getString("clock"))))
                                .toList());
    }

    /** One move for each clock. */
    public Uni<Void> move(ReaderTransaction transaction, List<Moved> moves) {
        if (moves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        moves.forEach(it -> rows.add(it.move().row()));
        return transaction
                .sql()
                .preparedQuery(MOVE)
                .execute(Tuple.of(rows.encode()))
                .chain(() -> transaction.append(said(moves)));
    }

    private static List<Draft> said(List<Moved> moves) {
        Map<UUID, Integer> written = new HashMap<>();
        return moves.stream()
                .filter(it -> it.move().told())
                .map(it -> {
                    Standing clock = it.move().clock();
                    int before = written.merge(clock.ticket(), 1, Integer::sum) - 1;
                    return new Draft(
                                    clock.ticket(),
                                    clock.round(),
                                    clock.assignment(),
                                    it.seen(),
                                    it.move().said())
                            .then(before);
                })
                .toList();
    }
}
