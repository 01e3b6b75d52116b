package org.chuishao.intake.reveal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.intake.ticket.Vault;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;

/** Opens a ticket's caller for somebody with a reason; who and why is committed before the answer leaves. */
@ApplicationScoped
class RevealCaller {

    private static final String AUDIT = """
            insert into audit (role, actor, action, ticket_id, detail) values (?1, ?2, 'caller.revealed', ?3, ?4)
            """;

    private final Tickets tickets;
    private final Vault vault;
    private final CurrentScope scope;

    RevealCaller(Tickets tickets, Vault vault, CurrentScope scope) {
        this.tickets = tickets;
        this.vault = vault;
        this.scope = scope;
    }

    @Command
    @WithTransaction
    Uni<Caller> reveal(UUID id, String reason) {
        return tickets.inScope(id).chain(ticket -> {
            if (ticket.factsOnly() && !scope.get().role().equals(Roles.AGENT)) {
                throw Problem.forbidden(
                        "Who made a report, or a secret ticket, is shown to the agents of the hotline only.");
            }
            Caller caller = vault.caller(id, ticket.caller());
            return caller == null
                    ? Uni.createFrom().failure(Problem.notFound("caller"))
                    : audit(ticket, reason).replaceWith(caller);
        });
    }

    private Uni<Integer> audit(Ticket ticket, String reason) {
        Actor actor = scope.actor();
        return Panache.getSession().chain(session -> session.createNativeQuery(AUDIT)
                .setParameter(1, actor.role())
                .setParameter(2, actor.id())
                .setParameter(3, ticket.id())
                // sealed: a reason may name the person
                .setParameter(4, vault.seal("reason", ticket.id(), reason))
                .executeUpdate());
    }
}
