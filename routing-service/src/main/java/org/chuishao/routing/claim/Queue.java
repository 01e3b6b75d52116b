package org.chuishao.routing.claim;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.routing.page.RegionRanges;
import org.jspecify.annotations.Nullable;

/** What waits unclaimed, within a command's transaction, and the record of who had what in hand. */
@ApplicationScoped
class Queue {

    /** What another one is claiming just now is passed by, so that no two get the same and none waits for the other. */
    private static final String NEXT = """
            select q.ticket_id from dispatch_queue q
            where (q.claimed_until is null or q.claimed_until <= ?1) and %s
            order by q.rank, q.since, q.ticket_id limit 1 for update skip locked
            """;

    private static final String NOTE =
            "insert into audit (role, actor, action, ticket_id, detail) values (?1, ?2, ?3, ?4, nullif(?5, ''))";

    private final Sealer sealer;

    Queue(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The most urgent that nobody has in hand, then the longest waiting; null where there is none. */
    Uni<@Nullable QueuedTicket> next(Collection<String> regions, Instant now) {
        RegionRanges ranges = RegionRanges.of(regions, "q.region", '?', 2);
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(NEXT.formatted(ranges.condition()), UUID.class)
                            .setParameter(1, now);
                    for (int i = 0; i < ranges.values().size(); i++) {
                        query.setParameter(i + 2, ranges.values().get(i));
                    }
                    return query.getSingleResultOrNull();
                })
                .onItem()
                .ifNotNull()
                .transformToUni(QueuedTicket::lock);
    }

    /** @param words sealed: they may name a person */
    Uni<Void> note(Scope by, String action, UUID ticket, @Nullable String words) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter(1, by.role())
                        .setParameter(2, by.subject())
                        .setParameter(3, action)
                        .setParameter(4, ticket)
                        .setParameter(5, words == null ? "" : sealer.seal(words).value())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
