package org.chuishao.intake.supplement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.SealedTexts;
import org.chuishao.intake.ticket.Ticket;
import org.chuishao.intake.ticket.Vault;
import org.jspecify.annotations.Nullable;

/** Keeps a number that was supplied with the rest of the caller, sealed as he is, and nowhere else. */
@ApplicationScoped
class Contacts {

    private static final String KEEP = """
            insert into supplied_contact (ticket_id, caller) values (?1, ?2)
            on conflict (ticket_id) do update set caller = excluded.caller, supplied_at = app_now()
            """;

    private final Vault vault;
    private final SealedTexts texts;

    Contacts(Vault vault, SealedTexts texts) {
        this.vault = vault;
        this.texts = texts;
    }

    /** @param phone null where none was supplied */
    Uni<Void> keep(Ticket ticket, @Nullable String phone) {
        if (phone == null) {
            return Uni.createFrom().voidItem();
        }
        Caller known = texts.open(ticket.id(), "caller", ticket.caller(), Caller.class);
        Caller now = known == null
                ? new Caller(null, phone, null, null)
                : new Caller(known.name(), phone, known.id(), known.address());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, ticket.id())
                        .setParameter(2, vault.seal("caller", ticket.id(), now))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
