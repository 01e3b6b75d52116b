package org.chuishao.mesh.clock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.mesh.calendar.Act;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Stops clocks in a command's own (Panache) transaction: its commit is the instant that counts. After the ledger has
 * written what was done: who has not the clock itself in scope stops it by that event alone.
 */
@ApplicationScoped
public class StopClocks {

    private static final String STOP =
            "select stop_clocks(?1, cast(?2 as uuid), cast(string_to_array(?3, ',') as text[]))";

    /** @param assignment null for the ticket's own clocks */
    public Uni<Void> of(UUID ticket, @Nullable UUID assignment, Set<Act> acts) {
        if (acts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain((Mutiny.Session session) -> session.createNativeQuery(STOP, Integer.class)
                        .setParameter(1, ticket)
                        .setParameter(2, assignment)
                        .setParameter(3, acts.stream().map(Act::name).collect(Collectors.joining(",")))
                        .getSingleResult())
                .replaceWithVoid();
    }
}
