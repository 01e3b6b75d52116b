package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sql.NativeTime;
import org.jspecify.annotations.Nullable;

/** The assignments that a scope covers. All within a transaction that has entered the scope. */
@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    private static final String MARK = "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";
    private static final String HANDED_ON = """
            select assignment_id, at from assignment_handed_on where worker = ?1 and changed >= ?2 order by assignment_id
            """;
    private static final String WITH_BRIEF_AND_NAMES = """
            select a, b, u, r from Assignment a
            left join TicketBrief b on b.ticket = a.ticket
            left join NamedUnit u on u.id = a.unit
            left join NamedRegion r on r.code = a.region""";

    /**
     * @param brief null until the ticket's receipt was read
     * @param unit null where the register does not know it, as {@code region}
     */
    record Found(
            Assignment assignment,
            @Nullable TicketBrief brief,
            @Nullable NamedUnit unit,
            @Nullable NamedRegion region) {

        static Found of(Object[] row) {
            return new Found((Assignment) row[0], (TicketBrief) row[1], (NamedUnit) row[2], (NamedRegion) row[3]);
        }
    }

    /**
     * The ticket of an assignment that the scope may act upon, to lock it before the assignment itself is read.
     *
     * @throws Problem (as failure) 403 where the unit was only told of it
     */
    Uni<UUID> ticketOf(Scope scope, UUID id) {
        return Panache.getSession()
                .chain(session -> Filter.inHandOf(scope)
                        .and("a.id = ?", id)
                        .query(session, "select a.ticket from Assignment a", "", UUID.class)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .switchTo(() -> find(scope, id).chain(seen -> Uni.createFrom()
                        .failure(Problem.forbidden("It was copied to this unit (抄送), to read and not to act."))));
    }

    /** The oldest transaction that may still be under way: whatever is not seen yet is of it, or of a later one. */
    Uni<Long> mark() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MARK, Long.class).getSingleResult());
    }

    /** What went out of a worker's hands since a mark. */
    Uni<List<HandedOn>> handedOn(String worker, long since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HANDED_ON, Object[].class)
                        .setParameter(1, worker)
                        .setParameter(2, since)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new HandedOn((UUID) row[0], NativeTime.instant(row[1])))
                        .toList());
    }

    Uni<Found> find(Scope scope, UUID id) {
        return Panache.getSession()
                .chain(session -> Filter.seenBy(scope)
                        .and("a.id = ?", id)
                        .query(session, WITH_BRIEF_AND_NAMES, "", Object[].class)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("assignment"))
                .map(Found::of);
    }

    Uni<List<Found>> list(Filter filter, String order, int limit) {
        return Panache.getSession()
                .chain(session -> filter.query(session, WITH_BRIEF_AND_NAMES, order, Object[].class)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(Found::of).toList());
    }
}
