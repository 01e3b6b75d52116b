package org.chuishao.grid.mediation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.MediationEvent.MediationOutcome;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.time.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How it ended once; what is talked over again ends again. */
@Entity
@Table(name = "mediation_outcome")
@Immutable
class OutcomeRow {

    @Id
    UUID id;

    @Column(name = "mediation_id")
    UUID mediation;

    /** From 1. */
    @Column
    int n;

    @Enumerated(EnumType.STRING)
    @Column
    MediationOutcome outcome;

    /** Sealed, as is reason. */
    @Column
    @Nullable
    String agreement;

    @Column
    @Nullable
    String reason;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Route route;

    @Column(name = "revisit_by")
    @Nullable
    Instant revisitBy;

    @Column(name = "ended_at")
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected OutcomeRow() {}

    static OutcomeRow agreed(MediationRow of, String sealed, @Nullable Instant revisitBy, Instant now) {
        OutcomeRow row = next(of, MediationOutcome.AGREED, now);
        row.agreement = sealed;
        row.revisitBy = revisitBy;
        return row;
    }

    static OutcomeRow failed(MediationRow of, Route route, @Nullable String sealedReason, Instant now) {
        OutcomeRow row = next(of, MediationOutcome.FAILED, now);
        row.route = route;
        row.reason = sealedReason;
        return row;
    }

    private static OutcomeRow next(MediationRow of, MediationOutcome outcome, Instant now) {
        OutcomeRow row = new OutcomeRow();
        row.id = Ids.next();
        row.mediation = of.id;
        row.n = ++of.outcomes;
        row.outcome = outcome;
        row.endedAt = now;
        return row;
    }
}
