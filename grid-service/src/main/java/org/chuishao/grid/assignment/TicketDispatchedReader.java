package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.chuishao.grid.clock.StartClocks;
import org.chuishao.grid.member.Holder;
import org.chuishao.grid.member.Placement;
import org.chuishao.grid.member.PlacementRequest;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.time.Ids;

/** Hands a dispatched ticket to its units: to its worker in the grid, or to its desk. */
@ApplicationScoped
class TicketDispatchedReader implements LogEffect {

    private static final String INSERT = """
            INSERT INTO assignment (id, ticket_id, number, lead, unit, region, grid, role, worker, reason, round,
                                    severity, category, copies, created_at)
            SELECT id, ticket_id, number, lead, unit, region, grid, role, worker, reason, round,
                   severity, category, copies, created_at
            FROM json_to_recordset($1::text::json) AS a (
                id uuid, ticket_id uuid, number text, lead boolean, unit text, region text, grid text, role text,
                worker text, reason text, round integer, severity text, category text, copies varchar[], created_at timestamptz)
            """;

    private final Placement placement;
    private final OwnPeople ownPeople;
    private final StartClocks clocks;

    TicketDispatchedReader(Placement placement, OwnPeople ownPeople, StartClocks clocks) {
        this.placement = placement;
        this.ownPeople = ownPeople;
        this.clocks = clocks;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<NewAssignment> parts = parts(Opening.in(events));
        if (parts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ownPeople
                .concerned(transaction.sql())
                .map(concerned -> requests(transaction, parts, concerned))
                .chain(requests -> placement.resolve(transaction.sql(), requests))
                .map(holders -> held(parts, holders))
                .call(held -> insert(transaction, held))
                .call(held -> transaction.append(
                        held.stream().map(NewAssignment::draft).toList()))
                .chain(held -> clocks.of(
                        transaction, held.stream().map(NewAssignment::clocked).toList()));
    }

    private static List<NewAssignment> parts(List<Opening> openings) {
        List<NewAssignment> parts = new ArrayList<>();
        for (Opening opening : openings) {
            for (int place = 0; place < opening.units().size(); place++) {
                parts.add(new NewAssignment(Ids.next(), opening, place, null));
            }
        }
        return parts;
    }

    /** By the ticket's id, so that a rework comes back to the worker who knows it. */
    private static List<PlacementRequest> requests(
            ReaderTransaction transaction, List<NewAssignment> parts, Predicate<TicketState> ownPeople) {
        return parts.stream()
                .map(part -> WhoIsThere.of(
                        part.id(),
                        part.unit(),
                        part.opening().region(),
                        ownPeople.test(part.opening().last().after()),
                        transaction.now(),
                        part.opening().last().event().ticket()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<NewAssignment> held(List<NewAssignment> parts, Map<UUID, Holder> holders) {
        return parts.stream()
                .map(part -> new NewAssignment(part.id(), part.opening(), part.place(), holders.get(part.id())))
                .toList();
    }

    private static Uni<Void> insert(ReaderTransaction transaction, List<NewAssignment> assignments) {
        JsonArray rows = new JsonArray();
        assignments.forEach(assignment -> rows.add(assignment.row(transaction.now())));
        return transaction
                .sql()
                .preparedQuery(INSERT)
                .execute(Tuple.of(rows.encode()))
                .replaceWithVoid();
    }
}
