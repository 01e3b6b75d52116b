package org.chuishao.analytics.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.chuishao.analytics.facts.FactFollower;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps what is open and what climbs up with the facts: a handful of statements a batch. */
@ApplicationScoped
class KeepStanding implements FactFollower {

    private static final String ANSWERED = "update climb_fact set stands = false where ticket_id = any($1) and stands";

    private static final String CLIMBED = """
            insert into climb_fact (event_id, ticket_id, region, units, from_unit, from_grid, to_unit, cause, supervision, at,
                stands)
            select event_id, ticket_id, region, units, from_unit, from_grid, to_unit, cause, supervision, at, stands
            from json_populate_recordset(null::climb_fact, $1::text::json)
            on conflict do nothing
            """;

    /** A ticket that moves takes what was told of it along. */
    private static final String MOVED = """
            update climb_fact c set region = n.region, units = n.units || c.to_unit
            from json_populate_recordset(null::open_ticket, $1::text::json) n
            where c.ticket_id = n.ticket_id and c.stands
                and (c.region <> n.region or not c.units @> n.units)
            """;

    /**
     * What is open, and how many by place, in one statement: the places are changed in one order, so that two replicas never
     * wait for each other's. Of a missed clock counts what is still to be done, by a part that still owes it.
     */
    private static final String OPEN = """
            with old as materialized (
                select region, overdue, climbed <> '{}' as climbing from open_ticket where ticket_id = any($1)
            ), gone as (
                delete from open_ticket where ticket_id = any($2)
            ), now as (
                insert into open_ticket (ticket_id, region, units, holder, in_grid, climbed, overdue)
                select n.ticket_id, n.region, n.units, n.holder, n.in_grid,
                    array(select distinct c.to_unit from climb_fact c where c.ticket_id = n.ticket_id and c.stands order by 1),
                    exists (select from clock_fact c where c.ticket_id = n.ticket_id and c.state = 'MISSED'
                        and c.done_at is null and c.part = any(n.owed))
                from json_to_recordset($3::text::json) n (ticket_id uuid, region text, units text[], holder text,
                    in_grid boolean, owed uuid[])
                on conflict (ticket_id) do update set (region, units, holder, in_grid, climbed, overdue) = (excluded.region,
                    excluded.units, excluded.holder, excluded.in_grid, excluded.climbed, excluded.overdue)
                returning region, overdue, climbed <> '{}' as climbing
            )
            insert into open_count as c (region, tickets, overdue, climbing)
            select region, sum(tickets), sum(overdue), sum(climbing)
            from (
                select region, -1 as tickets, -overdue::int as overdue, -climbing::int as climbing from old
                union all
                select region, 1, overdue::int, climbing::int from now
            ) changed
            group by region having sum(tickets) <> 0 or sum(overdue) <> 0 or sum(climbing) <> 0 order by region
            on conflict (region) do update set tickets = c.tickets + excluded.tickets,
                overdue = c.overdue + excluded.overdue, climbing = c.climbing + excluded.climbing
            """;

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Change> changes) {
        UUID[] all = tickets(changes, change -> true);
        UUID[] answered = tickets(changes, change -> change.events().stream().anyMatch(Climb::answers));
        UUID[] settled = tickets(changes, change -> !Climb.isOpen(last(change).state()));
        JsonArray climbs = new JsonArray();
        changes.forEach(change -> Climb.in(change.events()).forEach(climb -> climbs.add(climb(climb, change))));
        JsonArray open = new JsonArray();
        changes.stream().filter(change -> Climb.isOpen(last(change).state())).forEach(change -> open.add(open(change)));
        SqlConnection sql = transaction.sql();
        return answered(sql, answered)
                .chain(() -> write(sql, CLIMBED, climbs))
                .chain(() -> write(sql, MOVED, open))
                .chain(() -> sql.preparedQuery(OPEN).execute(Tuple.of(all, settled, open.encode())))
                .chain(() -> OpenUnits.follow(sql, all));
    }

    private static UUID[] tickets(List<Change> changes, Predicate<Change> those) {
        return changes.stream()
                .filter(those)
                .map(change -> change.after().ticket())
                .toArray(UUID[]::new);
    }

    private static TicketState last(Change change) {
        return change.events().get(change.events().size() - 1).after();
    }

    private static JsonObject climb(Climb climb, Change change) {
        JsonArray units = new JsonArray(new ArrayList<>(change.after().now().units())).add(climb.to());
        return new JsonObject()
                .put("event_id", climb.event().toString())
                .put("ticket_id", climb.ticket().toString())
                .put("region", change.after().now().region())
                .put("units", units)
                .put("from_unit", climb.from())
                .put("from_grid", climb.fromGrid())
                .put("to_unit", climb.to())
                .put("cause", climb.cause())
                .put("supervision", climb.supervision())
                .put("at", climb.at().toString())
                .put("stands", climb.stands());
    }

    private static JsonObject open(Change change) {
        TicketState ticket = last(change);
        JsonArray owed = new JsonArray();
        LeadPart.owed(ticket).forEach(part -> owed.add(part.toString()));
        return new JsonObject()
                .put("ticket_id", change.after().ticket().toString())
                .put("region", ticket.region())
                .put("units", new JsonArray(change.after().now().units()))
                .put("holder", ticket.leadUnit())
                .put("in_grid", LeadPart.inGrid(ticket))
                .put("owed", owed);
    }

    private static Uni<Void> answered(SqlConnection sql, UUID[] tickets) {
        return tickets.length == 0
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(ANSWERED)
                        .execute(Tuple.tuple().addArrayOfUUID(tickets))
                        .replaceWithVoid();
    }

    private static Uni<Void> write(SqlConnection sql, String statement, JsonArray rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(statement).execute(Tuple.of(rows.encode())).replaceWithVoid();
    }
}
