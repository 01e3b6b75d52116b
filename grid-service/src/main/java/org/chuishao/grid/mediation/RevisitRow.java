package org.chuishao.grid.mediation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.time.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was found once, when it was looked at whether an agreement is kept. */
@Entity
@Table(name = "mediation_revisit")
@Immutable
class RevisitRow {

    @Id
    UUID id;

    @Column(name = "mediation_id")
    UUID mediation;

    /** From 1. */
    @Column
    int n;

    @Column
    boolean kept;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Route route;

    /** Sealed. */
    @Column
    @Nullable
    String note;

    @Column(name = "revisited_at")
    Instant revisitedAt;

    @SuppressWarnings("NullAway.Init")
    protected RevisitRow() {}

    static RevisitRow of(
            MediationRow of, boolean kept, @Nullable Route route, @Nullable String sealedNote, Instant now) {
        RevisitRow row = new RevisitRow();
        row.id = Ids.next();
        row.mediation = of.id;
        row.n = ++of.revisits;
        row.kept = kept;
        row.route = route;
        row.note = sealedNote;
        row.revisitedAt = now;
        return row;
    }
}
