package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** The assignments that a scope covers. All within a transaction that has entered the scope. */
@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    private static final String WITH_BRIEF =
            "select a, b from Assignment a left join TicketBrief b on b.ticket = a.ticket";

    /** @param brief null until the ticket's receipt was read */
    record Found(Assignment assignment, @Nullable TicketBrief brief) {

        static Found of(Object[] row) {
            return new Found((Assignment) row[0], (TicketBrief) row[1]);
        }
    }

    /** The ticket of an assignment, to lock it before the assignment itself is read. */
    Uni<UUID> ticketOf(Scope scope, UUID id) {
        return Panache.getSession()
                .chain(session -> Filter.of(scope)
                        .and("a.id = ?", id)
                        .query(session, "select a.ticket from Assignment a", "", UUID.class)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("assignment"));
    }

    Uni<Found> find(Scope scope, UUID id) {
        return Panache.getSession()
                .chain(session -> Filter.of(scope)
                        .and("a.id = ?", id)
                        .query(session, WITH_BRIEF, "", Object[].class)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("assignment"))
                .map(Found::of);
    }

    Uni<List<Found>> list(Filter filter, String order, int limit) {
        return Panache.getSession()
                .chain(session -> filter.query(session, WITH_BRIEF, order, Object[].class)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(Found::of).toList());
    }
}
