package org.chuishao.analytics.facts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps the facts up with the log. */
@ApplicationScoped
class FactReader implements LogEffect {

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Set<UUID> tickets = events.stream()
                .filter(ReadEvent::applied)
                .map(read -> read.event().ticket())
                .collect(Collectors.toSet());
        if (tickets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Facts facts = new Facts(transaction.sql());
        return facts.load(tickets).chain(known -> facts.save(known, after(known, events)));
    }

    private static Map<UUID, TicketFacts> after(Map<UUID, TicketFacts> known, List<ReadEvent> events) {
        Map<UUID, TicketFacts> now = new HashMap<>(known);
        for (ReadEvent read : events) {
            if (read.applied()) {
                UUID ticket = read.event().ticket();
                now.put(
                        ticket,
                        now.getOrDefault(ticket, TicketFacts.none(ticket)).after(read));
            }
        }
        return now;
    }
}
