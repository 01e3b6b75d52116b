package org.chuishao.routing.dispatch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A ticket as far as a dispatcher may see it; written by the reader of the log. */
@Entity
@Immutable
@Table(name = "routing_ticket")
public class RoutedTicket extends PanacheEntityBase {

    @Id
    @Column(name = "ticket_id")
    UUID ticket;

    String region;
    /** Null for what was found on patrol: it has its number from intake alone. */
    @Nullable
    String number;

    boolean secret;

    /** How the ids of units begin that must not have it: it is about them. */
    @Nullable
    String conflict;

    @SuppressWarnings("NullAway.Init")
    protected RoutedTicket() {}

    /** @return as failure {@link Problem} 404 where there is none in scope */
    public static Uni<RoutedTicket> require(UUID ticket) {
        return RoutedTicket.<RoutedTicket>findById(ticket).onItem().ifNull().failWith(() -> Problem.notFound("ticket"));
    }

    /** It does not wait for a dispatcher any more. */
    Uni<Void> leaveQueue() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from dispatch_queue where ticket_id = ?1")
                        .setParameter(1, ticket)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
