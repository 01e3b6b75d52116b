package org.chuishao.grid.whistle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.grid.whistle.KindRule.Proof;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.problem.Problem;

/** The whistles that a scope covers. All within a transaction that has entered the scope. */
@ApplicationScoped
class Whistles {

    private static final String TICKET = "select ticket_id from whistle where id = ?1";
    private static final String KNOWN_TICKET = "select ticket_id from ticket_brief where ticket_id = ?1";
    private static final String RATED =
            "select concat(by_unit, '>', of_unit) from whistle_rating where whistle_id = ?1";
    private static final String RULE = """
            select array_to_string(blowers, ','), array_to_string(confirmers, ','), danger_first,
                array_to_string(proofs, ','), fence_metres, leader, closes_with, by_line
            from whistle_rule where kind = ?1 and starts_with(cast(?2 as text), region)
            order by length(region) desc limit 1
            """;
    private static final String SITE =
            "select longitude, latitude from region where code = ?1 and longitude is not null and latitude is not null";

    /** The ticket of a whistle, to lock it before the whistle itself is read. */
    Uni<UUID> ticketOf(UUID whistle) {
        return one(TICKET, whistle, "whistle");
    }

    /** @return fails with 404 where the scope does not cover the ticket */
    Uni<UUID> requireTicket(UUID ticket) {
        return one(KNOWN_TICKET, ticket, "ticket");
    }

    private static Uni<UUID> one(String query, UUID key, String what) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, UUID.class)
                        .setParameter(1, key)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound(what));
    }

    Uni<Sheet> sheet(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(WhistleRow.class, id).chain(row -> session.createSelectionQuery(
                                "from CallRow where whistle = ?1 order by place", CallRow.class)
                        .setParameter(1, id)
                        .getResultList()
                        .chain(calls -> session.createNativeQuery(RATED, String.class)
                                .setParameter(1, id)
                                .getResultList()
                                .chain(rated ->
                                        rule(row.kind, row.region).map(rule -> new Sheet(row, calls, rated, rule))))));
    }

    Uni<KindRule> rule(WhistleKind kind, String region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RULE, Object[].class)
                        .setParameter(1, kind.name())
                        .setParameter(2, region)
                        .getSingleResult())
                .map(row -> new KindRule(
                        kind,
                        names(row[0], Rank::valueOf),
                        names(row[1], Rank::valueOf),
                        (Boolean) row[2],
                        names(row[3], Proof::valueOf),
                        ((Number) row[4]).intValue(),
                        (Boolean) row[5],
                        ClosesWith.valueOf((String) row[6]),
                        (Boolean) row[7]));
    }

    /** Longitude and latitude of a region's own point; empty where it has none. */
    Uni<List<Double>> site(String region) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SITE, Object[].class)
                        .setParameter(1, region)
                        .getResultList())
                .map(rows -> rows.isEmpty()
                        ? List.of()
                        : List.of(((Number) rows.get(0)[0]).doubleValue(), ((Number) rows.get(0)[1]).doubleValue()));
    }

    /** Written at once: a department's row is let in only beside its whistle's. */
    Uni<Void> add(List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.persistAll(rows.toArray()).chain(() -> session.flush()));
    }

    private static <T> Set<T> names(Object list, Function<String, T> read) {
        return Arrays.stream(((String) list).split(",", -1))
                .filter(it -> !it.isEmpty())
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }
}
