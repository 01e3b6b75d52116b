package org.chuishao.analytics.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.mesh.sql.Rows;

/** Loads the facts of the tickets of a batch and saves those that it has changed; the reader holds the tickets' locks. */
final class Facts {

    private final SqlConnection sql;

    Facts(SqlConnection sql) {
        this.sql = sql;
    }

    Uni<Map<UUID, TicketFacts>> load(Collection<UUID> tickets) {
        UUID[] ids = tickets.toArray(UUID[]::new);
        return Uni.combine()
                .all()
                .unis(
                        rows(FactTable.TICKET, ids),
                        rows(FactTable.PART, ids),
                        rows(FactTable.CLOCK, ids),
                        rows(FactTable.CALLBACK, ids))
                .with((ticketRows, partRows, clockRows, callbackRows) -> {
                    var parts = byTicket(partRows, FactRows::part, PartFact::part);
                    var clocks = byTicket(clockRows, FactRows::clock, ClockFact::deadline);
                    var callbacks = byTicket(callbackRows, FactRows::callback, CallbackFact::round);
                    Map<UUID, TicketFacts> facts = new HashMap<>();
                    for (FactRow row : ticketRows) {
                        UUID id = row.neededId("ticket_id");
                        facts.put(
                                id,
                                new TicketFacts(
                                        FactRows.ticket(row),
                                        parts.getOrDefault(id, Map.of()),
                                        clocks.getOrDefault(id, Map.of()),
                                        callbacks.getOrDefault(id, Map.of())));
                    }
                    return facts;
                });
    }

    /** What differs between the two is written, the rest is left alone. */
    Uni<Void> save(Map<UUID, TicketFacts> before, Map<UUID, TicketFacts> after) {
        List<FactRow> tickets = new ArrayList<>();
        List<FactRow> parts = new ArrayList<>();
        List<FactRow> clocks = new ArrayList<>();
        List<FactRow> callbacks = new ArrayList<>();
        after.forEach((id, now) -> {
            TicketFacts old = before.getOrDefault(id, TicketFacts.none(id));
            if (!before.containsKey(id) || !old.ticket().equals(now.ticket())) {
                tickets.add(FactRows.of(now.ticket()));
            }
            parts.addAll(changed(old.parts(), now.parts(), FactRows::of));
            clocks.addAll(changed(old.clocks(), now.clocks(), FactRows::of));
            callbacks.addAll(changed(old.callbacks(), now.callbacks(), FactRows::of));
        });
        return write(FactTable.TICKET, tickets)
                .chain(() -> write(FactTable.PART, parts))
                .chain(() -> write(FactTable.CLOCK, clocks))
                .chain(() -> write(FactTable.CALLBACK, callbacks));
    }

    private Uni<List<FactRow>> rows(FactTable table, UUID[] tickets) {
        return sql.preparedQuery(table.load()).execute(Tuple.of(tickets)).map(found -> Rows.list(found).stream()
                .map(row -> FactRow.of(row.getString("fact")))
                .toList());
    }

    private static <K, F> Map<UUID, Map<K, F>> byTicket(
            List<FactRow> rows, Function<FactRow, F> fact, Function<F, K> key) {
        Map<UUID, Map<K, F>> all = new HashMap<>();
        for (FactRow row : rows) {
            F one = fact.apply(row);
            all.computeIfAbsent(row.neededId("ticket_id"), id -> new LinkedHashMap<>())
                    .put(key.apply(one), one);
        }
        return all;
    }

    private static <K, F> List<FactRow> changed(Map<K, F> before, Map<K, F> after, Function<F, FactRow> row) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> row.apply(entry.getValue()))
                .toList();
    }

    private Uni<Void> write(FactTable table, List<FactRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(row.json()));
        return sql.preparedQuery(table.save()).execute(Tuple.of(all.encode())).replaceWithVoid();
    }
}
