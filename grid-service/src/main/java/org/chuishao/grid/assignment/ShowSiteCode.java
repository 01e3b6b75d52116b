package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.site.SiteCode;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** The code of an assignment that a desk shows on site; made when it is first asked for. */
@ApplicationScoped
class ShowSiteCode {

    private static final String MAKE = """
            INSERT INTO site_code (assignment_id, code, made_by, made_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
            """;
    private static final String CODE = "SELECT code FROM site_code WHERE assignment_id = ?1";

    private final Assignments assignments;
    private final Words words;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;

    ShowSiteCode(Assignments assignments, Words words, Scopes scopes, CurrentScope current, Clock clock) {
        this.assignments = assignments;
        this.words = words;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
    }

    /** @param code null where no key opens it any more */
    record Shown(UUID assignment, @Nullable String code) {}

    @Command
    @WithTransaction
    Uni<Shown> show(UUID assignment) {
        Scope by = current.get();
        return scopes.enter()
                .chain(() -> assignments.ticketOf(by, assignment))
                .chain(ticket -> assignments.findById(assignment))
                .invoke(row -> requireOversight(by, row))
                .chain(row -> code(assignment, by.subject()))
                .map(code -> new Shown(assignment, words.whole(code)));
    }

    /** Whoever has to come does not tell himself the code: it is for the desk of the place. */
    private static void requireOversight(Scope by, Assignment row) {
        if (!by.covers(row.region, List.of(), null)) {
            throw Problem.forbidden("The code is shown by the desk of the place.");
        }
    }

    private Uni<String> code(UUID assignment, String by) {
        return Panache.getSession().chain(session -> session.createNativeQuery(MAKE)
                .setParameter(1, assignment)
                .setParameter(2, words.seal(SiteCode.make()).value())
                .setParameter(3, by)
                .setParameter(4, clock.instant())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(CODE, String.class)
                        .setParameter(1, assignment)
                        .getSingleResult()));
    }
}
