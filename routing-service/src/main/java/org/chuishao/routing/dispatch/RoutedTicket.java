package org.chuishao.routing.dispatch;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A ticket as far as a dispatcher may see it; written by the reader of the log. */
@Entity
@Immutable
@Table(name = "routing_ticket")
class RoutedTicket extends PanacheEntityBase {

    @Id
    @Column(name = "ticket_id")
    UUID ticket;

    String region;
    String number;
    boolean secret;

    @SuppressWarnings("NullAway.Init")
    protected RoutedTicket() {}
}
