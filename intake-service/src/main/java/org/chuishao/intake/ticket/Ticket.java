package org.chuishao.intake.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * What a command needs of a ticket. The row is made by the submission's one statement and kept by the reader of the log;
 * a command moves only state, round and secrecy, so that who asks at once sees what was just done.
 */
@Entity
@Table(name = "ticket")
@DynamicUpdate
public class Ticket {

    @Id
    UUID id;

    @Column(updatable = false)
    String number;

    @Enumerated(EnumType.STRING)
    State state;

    int round;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Kind kind;

    boolean secret;

    @Column(updatable = false)
    String region;

    @Column(updatable = false)
    @Nullable
    String caller;

    @Formula("(select c.caller from supplied_contact c where c.ticket_id = id)")
    @Nullable
    String suppliedCaller;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    public UUID id() {
        return id;
    }

    public String region() {
        return region;
    }

    /** Sealed (see {@link Vault}); with the contact that was supplied last. */
    public @Nullable String caller() {
        return suppliedCaller == null ? caller : suppliedCaller;
    }

    /** A report (举报) or a secret ticket: whoever handles it learns the matter, not the person. */
    public boolean factsOnly() {
        return secret || kind == Kind.REPORT;
    }

    public void keepSecret(boolean from) {
        secret = from;
    }

    Receipt moved(TicketState after) {
        state = after.state();
        round = after.round();
        return new Receipt(id, number, state, round);
    }
}
