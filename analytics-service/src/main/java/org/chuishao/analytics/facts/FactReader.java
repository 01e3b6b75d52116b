package org.chuishao.analytics.facts;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.analytics.facts.FactFollower.Change;
import org.chuishao.mesh.log.InTurn;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;

/** Keeps the facts up with the log, and tells those who follow them. */
@ApplicationScoped
class FactReader implements LogEffect {

    private final List<FactFollower> followers;

    FactReader(@All List<FactFollower> followers) {
        this.followers = followers;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, List<ReadEvent>> counted = new LinkedHashMap<>();
        events.stream().filter(ReadEvent::applied).forEach(read -> counted.computeIfAbsent(
                        read.event().ticket(), id -> new ArrayList<>())
                .add(read));
        if (counted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Facts facts = new Facts(transaction.sql());
        return facts.load(counted.keySet()).chain(known -> {
            Map<UUID, TicketFacts> now = after(known, counted);
            return facts.save(known, now).chain(() -> follow(transaction, changes(known, now, counted)));
        });
    }

    private Uni<Void> follow(ReaderTransaction transaction, List<Change> changes) {
        return InTurn.each(followers, follower -> follower.on(transaction, changes));
    }

    private static Map<UUID, TicketFacts> after(Map<UUID, TicketFacts> known, Map<UUID, List<ReadEvent>> counted) {
        Map<UUID, TicketFacts> now = new HashMap<>(known);
        counted.forEach((ticket, events) -> {
            for (ReadEvent read : events) {
                now.put(ticket, of(ticket, now).after(read));
            }
        });
        return now;
    }

    private static List<Change> changes(
            Map<UUID, TicketFacts> known, Map<UUID, TicketFacts> now, Map<UUID, List<ReadEvent>> counted) {
        return counted.entrySet().stream()
                .map(entry -> new Change(
                        of(entry.getKey(), known).ticket(),
                        of(entry.getKey(), now).ticket(),
                        entry.getValue()))
                .toList();
    }

    private static TicketFacts of(UUID ticket, Map<UUID, TicketFacts> facts) {
        return facts.getOrDefault(ticket, TicketFacts.none(ticket));
    }
}
