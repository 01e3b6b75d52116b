package org.chuishao.grid.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The photos that a scope covers: those of whoever has the work in hand, or oversees it; what was found on patrol, of whoever has its ticket. All within a transaction that has entered the scope. */
@ApplicationScoped
class Photos {

    private static final String OF_AN_ASSIGNMENT = """
            EXISTS (SELECT FROM assignment a WHERE a.id = e.assignment_id AND in_scope(a.region, ARRAY[a.unit], a.worker))
            """;
    private static final String OF_A_VERIFICATION = """
            EXISTS (SELECT FROM verification v WHERE v.ticket_id = e.verification
                AND in_scope(v.region, ARRAY[v.unit], v.worker))
            """;
    private static final String OF_A_REPORT = """
            (EXISTS (SELECT FROM patrol_report p WHERE p.ticket_id = e.patrol_report
                AND in_scope(p.grid, cast('{}' AS text[]), p.worker))
            OR EXISTS (SELECT FROM assignment a WHERE a.ticket_id = e.patrol_report
                AND in_scope(a.region, ARRAY[a.unit], a.worker)))
            """;
    private static final String ONE = "SELECT e.* FROM evidence e WHERE e.id = ?1 AND (" + OF_AN_ASSIGNMENT + " OR "
            + OF_A_VERIFICATION + " OR " + OF_A_REPORT + ")";
    private static final String BY_ASSIGNMENT = of("assignment_id", OF_AN_ASSIGNMENT);
    private static final String BY_VERIFICATION = of("verification", OF_A_VERIFICATION);
    private static final String BY_REPORT = of("patrol_report", OF_A_REPORT);
    private static final String UNIT = """
            SELECT a.unit FROM assignment a WHERE a.id = ?1 AND in_scope(a.region, ARRAY[a.unit], a.worker)
            """;
    private static final String ASKED_UNIT = """
            SELECT coalesce(v.unit, '') FROM verification v
            WHERE v.ticket_id = ?1 AND in_scope(v.region, ARRAY[v.unit], v.worker)
            """;

    private static final String REPORTERS_UNIT = """
            SELECT coalesce((SELECT w.unit FROM worker w WHERE w.id = p.worker), '') FROM patrol_report p
            WHERE p.ticket_id = ?1 AND in_scope(p.grid, cast('{}' AS text[]), p.worker)
            """;

    /** @return null where there is none, or none that the scope covers */
    Uni<@Nullable Photo> find(UUID id) {
        return one(ONE, id);
    }

    /** The same, that nobody else changes meanwhile. */
    Uni<@Nullable Photo> findLocked(UUID id) {
        return one(ONE + " FOR UPDATE OF e", id);
    }

    Uni<Photo> lock(UUID id) {
        return findLocked(id).onItem().ifNull().failWith(() -> Problem.notFound("photo"));
    }

    Uni<List<Photo>> of(Subject subject, UUID after, int limit) {
        String query =
                switch (subject.kind()) {
                    case ASSIGNMENT -> BY_ASSIGNMENT;
                    case VERIFICATION -> BY_VERIFICATION;
                    case PATROL_REPORT -> BY_REPORT;
                };
        return Panache.getSession().chain(session -> session.createNativeQuery(query, Photo.class)
                .setParameter(1, subject.id())
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList());
    }

    /** The unit that has what the photo belongs to; fails with 404 where the caller neither has it nor oversees it. */
    Uni<String> unitOf(Subject subject) {
        String query =
                switch (subject.kind()) {
                    case ASSIGNMENT -> UNIT;
                    case VERIFICATION -> ASKED_UNIT;
                    case PATROL_REPORT -> REPORTERS_UNIT;
                };
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, String.class)
                        .setParameter(1, subject.id())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound(subject.kind().label()));
    }

    private static String of(String column, String scope) {
        return "SELECT e.* FROM evidence e WHERE e." + column + " = ?1 AND e.id > ?2 AND " + scope
                + " ORDER BY e.id LIMIT ?3";
    }

    private static Uni<@Nullable Photo> one(String query, UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(query, Photo.class)
                .setParameter(1, id)
                .getSingleResultOrNull());
    }
}
