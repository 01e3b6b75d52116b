package org.chuishao.grid.mediation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.assignment.InHand.Held;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.time.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A mediation as it is kept, with who had the assignment when it was opened. */
@Entity
@Table(name = "mediation")
@DynamicUpdate
class MediationRow {

    @Id
    UUID id;

    @Column(name = "ticket_id", updatable = false)
    UUID ticket;

    @Column(updatable = false)
    @Nullable
    String number;

    @Column(name = "assignment_id", updatable = false)
    UUID assignment;

    @Column(updatable = false)
    String region;

    @Column(updatable = false)
    String unit;

    @Column(updatable = false)
    @Nullable
    String worker;

    @Column(updatable = false)
    String mediator;

    @Enumerated(EnumType.STRING)
    @Column
    Mediation.Phase phase;

    @Column
    boolean met;

    @Column
    int sessions;

    @Column
    int outcomes;

    @Column
    int revisits;

    @Column(name = "party_count", updatable = false)
    int partyCount;

    /** Sealed, as is subject. */
    @Column(updatable = false)
    String parties;

    @Column(updatable = false)
    String subject;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Route route;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "agreed_at")
    @Nullable
    Instant agreedAt;

    @Column(name = "revisit_by")
    @Nullable
    Instant revisitBy;

    @Column(name = "revisited_at")
    @Nullable
    Instant revisitedAt;

    @Column
    @Nullable
    Boolean kept;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected MediationRow() {}

    static MediationRow of(Held held, String mediator, int parties, String sealedParties, String subject, Instant now) {
        MediationRow row = new MediationRow();
        row.id = Ids.next();
        row.ticket = held.ticket();
        row.number = held.number();
        row.assignment = held.id();
        row.region = held.region();
        row.unit = held.unit();
        row.worker = held.worker();
        row.mediator = mediator;
        row.partyCount = parties;
        row.parties = sealedParties;
        row.subject = subject;
        row.openedAt = now;
        row.take(Mediation.opened());
        return row;
    }

    Mediation mediation() {
        return new Mediation(phase, met);
    }

    void take(Mediation now) {
        phase = now.phase();
        met = now.met();
    }
}
