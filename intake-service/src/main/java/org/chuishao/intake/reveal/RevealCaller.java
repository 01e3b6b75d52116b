package org.chuishao.intake.reveal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.intake.ticket.Vault;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Opens a ticket's caller for somebody with a reason; who and why is committed before the answer leaves. */
@ApplicationScoped
class RevealCaller {

    private static final String KEEP = """
            with looked as (
                insert into reveal (ticket_id, role, actor, unit, reason) values (?1, ?2, ?3, nullif(?4, ''), ?5)
            )
            insert into audit (role, actor, action, ticket_id, detail) values (?2, ?3, 'caller.revealed', ?1, ?5)
            """;

    private final Tickets tickets;
    private final Vault vault;
    private final CurrentScope scope;
    private final IntakeConfig config;

    RevealCaller(Tickets tickets, Vault vault, CurrentScope scope, IntakeConfig config) {
        this.tickets = tickets;
        this.vault = vault;
        this.scope = scope;
        this.config = config;
    }

    @Command
    @WithTransaction
    Uni<Caller> reveal(UUID id, RevealRequest request, @Nullable String key) {
        Scope by = scope.get();
        IdempotentCall call = tickets.call(id, "reveals", key, request);
        String reason = request.reason() == null ? "" : request.reason();
        return tickets.inScope(id).chain(ticket -> tickets.state(ticket).chain(state -> {
            RevealRules.check(by, ticket.factsOnly() || state.secret(), state, config.noCallerTo());
            return open(ticket, by.actor(), reason, call);
        }));
    }

    /** A repeated call is one look: it is written once, and the caller opened afresh, since no answer of it is kept. */
    private Uni<Caller> open(Ticket ticket, Actor actor, String reason, IdempotentCall call) {
        String caller = ticket.caller();
        return caller == null
                ? Uni.createFrom().failure(Problem.notFound("caller"))
                : tickets.noteOnce(call, () -> keep(ticket, actor, reason))
                        .replaceWith(() -> vault.open("caller", ticket.id(), caller, Caller.class));
    }

    private Uni<Integer> keep(Ticket ticket, Actor actor, String reason) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, ticket.id())
                .setParameter(2, actor.role())
                .setParameter(3, actor.id())
                .setParameter(4, actor.unit() == null ? "" : actor.unit())
                // sealed: a reason may name the person
                .setParameter(5, vault.seal("reason", ticket.id(), reason))
                .executeUpdate());
    }
}
