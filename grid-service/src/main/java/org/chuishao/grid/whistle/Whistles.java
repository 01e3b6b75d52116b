package org.chuishao.grid.whistle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;

/** The whistles that a scope covers. All within a transaction that has entered the scope. */
@ApplicationScoped
class Whistles {

    private static final String TICKET = "select ticket_id from whistle where id = ?1";
    private static final String KNOWN_TICKET = "select ticket_id from ticket_brief where ticket_id = ?1";
    private static final String RATED =
            "select concat(by_unit, '>', of_unit) from whistle_rating where whistle_id = ?1";
    private static final String SITE =
            "select longitude, latitude from region where code = ?1 and longitude is not null and latitude is not null";

    private final KindRules rules;

    Whistles(KindRules rules) {
        this.rules = rules;
    }

    /** The ticket of a whistle, to lock it before the whistle itself is read. */
    Uni<UUID> ticketOf(UUID whistle) {
        return one(TICKET, whistle, "whistle");
    }

    /** @return fails with 404 where the scope does not cover the ticket */
    Uni<UUID> requireTicket(UUID ticket) {
        return one(KNOWN_TICKET, ticket, "ticket");
    }

    /**
     * The grid that a worker blows it from: one that he works in now, or has now for a colleague who is away.
     *
     * @return empty where no worker blows it; fails with 400 where he does not work now
     */
    Uni<Optional<String>> requireAtPost(Scope by, String region) {
        if (by.worker() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select my_grid_at(?1)", String.class)
                        .setParameter(1, region)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.invalid("region", "is no place that the worker works in now"))
                .map(Optional::of);
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
                                .chain(rated -> rules.holding(row.kind, row.region)
                                        .map(rule -> new Sheet(row, calls, rated, rule))))));
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
}
