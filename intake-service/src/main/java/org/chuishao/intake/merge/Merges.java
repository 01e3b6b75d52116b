package org.chuishao.intake.merge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is merged into what now, within a command's transaction. */
@ApplicationScoped
public class Merges {

    private static final String KEEP = """
            insert into merged_ticket (child, parent) values (?1, ?2)
            on conflict (child) do update set parent = excluded.parent, settled_at = null, result = null,
                merged_at = excluded.merged_at
            """;
    private static final String DROP = "delete from merged_ticket where child = ?1";
    private static final String HAS_CHILDREN = "select has_merged(?1)";
    private static final String SETTLED =
            "select exists (select from merged_ticket where child = ?1 and settled_at is not null)";

    /** Whether the result of the ticket that this one was merged into is there, to be told to its caller. */
    public Uni<Boolean> resultIsThere(UUID child) {
        return ask(SETTLED, child);
    }

    /** Whether others are merged into it, in whosever scope. */
    Uni<Boolean> hasChildren(UUID ticket) {
        return ask(HAS_CHILDREN, ticket);
    }

    Uni<Void> keep(UUID child, UUID parent) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, child)
                        .setParameter(2, parent)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> drop(UUID child) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(DROP).setParameter(1, child).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Boolean> ask(String sql, UUID ticket) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Boolean.class)
                .setParameter(1, ticket)
                .getSingleResult());
    }
}
