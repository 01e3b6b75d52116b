package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.sight.Sight;

/** Opens what a ticket is about for those who have no assignment of it. */
@ApplicationScoped
public class ShowMatter {

    private final Briefs briefs;
    private final CurrentScope current;

    ShowMatter(Briefs briefs, CurrentScope current) {
        this.briefs = briefs;
        this.current = current;
    }

    /** For one who has to find the place; within a transaction that has entered the scope. Empty until the receipt was read. */
    public Uni<Optional<Matter>> toBeFound(UUID ticket) {
        String role = current.get().role();
        return Panache.getSession()
                .chain(session -> session.find(TicketBrief.class, ticket))
                .map(brief -> Optional.ofNullable(brief)
                        .map(it -> briefs.whole(it, Sight.inHand(role, Kind.valueOf(it.kind), it.secret))));
    }
}
