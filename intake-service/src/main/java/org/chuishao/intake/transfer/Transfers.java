package org.chuishao.intake.transfer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whom tickets were last handed to: the fold knows that a transfer is open, and this to whom. */
@ApplicationScoped
class Transfers {

    private static final String KEEP = """
            insert into transfer (ticket_id, service) values (?1, ?2)
            on conflict (ticket_id) do update set service = excluded.service, requested_at = app_now()
            """;
    private static final String SERVICE = "select service from transfer where ticket_id = ?1";

    Uni<Void> keep(UUID ticket, EmergencyService service) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, ticket)
                        .setParameter(2, service.number())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The number of the service that was asked last; null if none was. */
    Uni<String> service(UUID ticket) {
        return Panache.getSession().chain(session -> session.createNativeQuery(SERVICE, String.class)
                .setParameter(1, ticket)
                .getSingleResultOrNull());
    }
}
