package org.chuishao.mesh.clock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Ledger;

/** Starts and moves clocks in a command's own (Panache) transaction, which holds the ticket's lock: they follow its commit. */
@ApplicationScoped
public class CommandClocks {

    private static final String LIVING = """
            select cast(coalesce(json_agg(row_to_json(d) order by d.id), cast('[]' as json)) as text) from deadline d
            where d.ticket_id = ?1 and d.assignment = ?2 and d.state in ('RUNNING', 'APPROACHING', 'PAUSED')
                and d.stopped_at is null
            """;
    private static final String ARM = "select cast(arm_clocks(?1) as text)";
    private static final String MOVE = "select cast(move_clocks(?1) as text)";

    private final Ledger ledger;

    CommandClocks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The clocks of a part that run or are paused, as far as the caller's scope reaches. */
    public Uni<List<Standing>> living(UUID ticket, UUID assignment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIVING, String.class)
                        .setParameter(1, ticket)
                        .setParameter(2, assignment)
                        .getSingleResult())
                .map(CommandClocks::clocks);
    }

    /**
     * Starts clocks, and says so on the log.
     *
     * @return the ticket after it
     */
    public Uni<TicketState> arm(TicketState ticket, List<Deadline> clocks) {
        JsonArray rows = new JsonArray();
        clocks.forEach(it -> rows.add(Deadlines.row(it)));
        Uni<TicketState> said = run(ARM, rows).replaceWith(ticket);
        for (List<Deadline> its : Deadlines.byPart(clocks, Function.identity())) {
            Deadline first = its.get(0);
            said = said.chain(state -> ledger.record(state, first.ticket(), first.assignment(), Deadlines.said(its)));
        }
        return said;
    }

    /**
     * Moves clocks, one move for each, and says new ends on the log.
     *
     * @return the ticket after it
     */
    public Uni<TicketState> move(TicketState ticket, List<ClockMove> moves) {
        JsonArray rows = new JsonArray();
        moves.forEach(it -> rows.add(it.row()));
        Uni<TicketState> said = run(MOVE, rows).replaceWith(ticket);
        for (ClockMove it : moves) {
            if (it.told()) {
                Standing clock = it.clock();
                said = said.chain(state -> ledger.record(state, clock.ticket(), clock.assignment(), it.said()));
            }
        }
        return said;
    }

    private static Uni<Void> run(String door, JsonArray rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(door, String.class)
                                .setParameter(1, rows.encode())
                                .getSingleResultOrNull())
                        .replaceWithVoid();
    }

    private static List<Standing> clocks(String json) {
        JsonArray rows = new JsonArray(json);
        return IntStream.range(0, rows.size())
                .mapToObj(place -> Standing.of((JsonObject) rows.getValue(place)))
                .toList();
    }
}
