package org.chuishao.grid.mediation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The mediations that a scope covers. All within a transaction that has entered the scope. */
@ApplicationScoped
class Mediations {

    /** Of those in {@code mediation m}: who had the assignment in hand, or oversees it, the mediator, who has it now. */
    static final String IN_SCOPE = "(in_scope(m.region, ARRAY[m.unit], m.worker) OR mediates(m.mediator, m.region)"
            + " OR EXISTS (SELECT FROM assignment a WHERE a.id = m.assignment_id"
            + " AND in_scope(a.region, ARRAY[a.unit], a.worker)))";

    private static final String TICKET = "select m.ticket_id from mediation m where m.id = ?1 and " + IN_SCOPE;
    private static final String UNDER_WAY =
            "select m.* from mediation m where m.assignment_id = ?1 and m.phase in ('MEDIATING', 'AGREED')";
    private static final String WORKS_IN = "select works_at(?1, ?2)";

    /** The ticket of a mediation, to lock it before the mediation itself is read. */
    Uni<UUID> ticketOf(UUID mediation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TICKET, UUID.class)
                        .setParameter(1, mediation)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("mediation"));
    }

    Uni<MediationRow> row(UUID id) {
        return Panache.getSession().chain(session -> session.find(MediationRow.class, id));
    }

    /** The mediation that an assignment has already: talked over, or agreed and still to be revisited. */
    Uni<@Nullable MediationRow> underWay(UUID assignment) {
        return Panache.getSession().chain(session -> session.createNativeQuery(UNDER_WAY, MediationRow.class)
                .setParameter(1, assignment)
                .getSingleResultOrNull());
    }

    /** @param community its code, 12 digits */
    Uni<Boolean> worksIn(String worker, String community) {
        return Panache.getSession().chain(session -> session.createNativeQuery(WORKS_IN, Boolean.class)
                .setParameter(1, worker)
                .setParameter(2, community)
                .getSingleResult());
    }

    /** Written at once: a session is let in only beside its mediation. */
    Uni<Void> add(Object row) {
        return Panache.getSession().chain(session -> session.persist(row).chain(() -> session.flush()));
    }
}
