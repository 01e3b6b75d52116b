package org.chuishao.grid.mediation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.time.Ids;
import org.hibernate.annotations.Immutable;

/** One time that the parties met. */
@Entity
@Table(name = "mediation_session")
@Immutable
class SessionRow {

    @Id
    UUID id;

    @Column(name = "mediation_id")
    UUID mediation;

    /** From 1. */
    @Column
    int n;

    @Column(name = "held_at")
    Instant heldAt;

    /** Sealed: where, who came, what was said. */
    @Column(name = "record")
    String kept;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    static SessionRow of(UUID mediation, int n, Instant heldAt, String sealed) {
        SessionRow row = new SessionRow();
        row.id = Ids.next();
        row.mediation = mediation;
        row.n = n;
        row.heldAt = heldAt;
        row.kept = sealed;
        return row;
    }
}
