package org.chuishao.analytics.backtest.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people have said of history: a rehearsed warning is about a judged one where both hold a ticket. */
public final class Truth {

    private final List<Judged> all;
    private final Map<UUID, List<Judged>> byTicket = new HashMap<>();

    public Truth(List<Judged> all) {
        this.all = List.copyOf(all);
        all.forEach(
                judged -> judged.tickets().forEach(ticket -> byTicket.computeIfAbsent(ticket, it -> new ArrayList<>(1))
                        .add(judged)));
    }

    Set<Judged> about(Collection<UUID> tickets) {
        Set<Judged> found = new LinkedHashSet<>();
        tickets.forEach(ticket -> found.addAll(byTicket.getOrDefault(ticket, List.of())));
        return found;
    }

    /** The confirmed ones that were decided in a span of time. */
    List<Judged> incidents(Span span) {
        return all.stream()
                .filter(judged -> judged.confirmed() && span.holds(judged.at()))
                .toList();
    }
}
