package org.chuishao.routing.proposal;

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

/** What a conference decided; written by the reader of the log, accepted or refused by a command. */
@Entity
@DynamicUpdate
@Table(name = "catalogue_proposal")
class Proposal extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "ticket_id", updatable = false)
    UUID ticket;

    @Column(updatable = false)
    String category;

    @Column(updatable = false)
    String region;

    @Column(updatable = false)
    String lead;

    @Column(updatable = false)
    String[] assisting;

    @Nullable
    String verdict;

    /** Sealed. */
    @Nullable
    String reason;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Proposal() {}

    void decide(boolean accepted, Sealed why, String who, Instant at) {
        verdict = accepted ? "ACCEPTED" : "REFUSED";
        reason = why.value();
        decidedBy = who;
        decidedAt = at;
    }
}
