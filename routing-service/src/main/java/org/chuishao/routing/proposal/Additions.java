package org.chuishao.routing.proposal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.routing.catalogue.Entry;

/** What is added to the dispatch catalogue, and who decided about it, in the command's own transaction. */
final class Additions {

    private static final String ADD = """
            insert into catalogue_addition (proposal, category, region, lead, assisting, copies, by_itself, valid_from, basis)
            values (?1, ?2, ?3, ?4, string_to_array(?5, ' '), string_to_array(?6, ' '), ?7, ?8, ?9)
            """;
    private static final String AUDIT = "insert into audit (role, actor, action, ticket_id) values (?1, ?2, ?3, ?4)";

    private Additions() {}

    static Uni<Void> add(Proposal it, Entry entry) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, it.id)
                        .setParameter(2, entry.category())
                        .setParameter(3, entry.region())
                        .setParameter(4, entry.lead())
                        .setParameter(5, String.join(" ", entry.assisting()))
                        .setParameter(6, String.join(" ", entry.copies()))
                        .setParameter(7, entry.byItself())
                        .setParameter(8, entry.validFrom())
                        .setParameter(9, entry.basis())
                        .executeUpdate())
                .replaceWithVoid();
    }

    static Uni<Integer> audit(Scope who, Proposal it) {
        return Panache.getSession().chain(session -> session.createNativeQuery(AUDIT)
                .setParameter(1, who.role())
                .setParameter(2, who.subject())
                .setParameter(3, "catalogue." + it.verdict)
                .setParameter(4, it.ticket)
                .executeUpdate());
    }
}
