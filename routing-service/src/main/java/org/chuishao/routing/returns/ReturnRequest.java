package org.chuishao.routing.returns;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Sealed;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One unit's wish to give a ticket back; written by the reader of the log, decided by a command. */
@Entity
@DynamicUpdate
@Table(name = "return_request")
class ReturnRequest extends PanacheEntityBase {

    @Id
    @Column(name = "assignment_id")
    UUID assignment;

    @Column(name = "ticket_id", updatable = false)
    UUID ticket;

    @Column(updatable = false)
    String unit;

    @Nullable
    String outcome;

    /** Sealed. */
    @Nullable
    String reason;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReturnRequest() {}

    void decide(boolean granted, Sealed why, Instant at) {
        outcome = outcome(granted);
        reason = why.value();
        decidedAt = at;
    }

    static String outcome(boolean granted) {
        return granted ? "GRANTED" : "REFUSED";
    }
}
