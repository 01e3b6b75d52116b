package org.chuishao.grid.whistle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A whistle as it is kept. */
@Entity
@Table(name = "whistle")
@DynamicUpdate
class WhistleRow {

    @Id
    UUID id;

    @Column(name = "ticket_id", updatable = false)
    UUID ticket;

    @Column(updatable = false)
    @Nullable
    String number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    WhistleKind kind;

    @Column(updatable = false)
    String region;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Severity severity;

    @Column(updatable = false)
    boolean danger;

    @Enumerated(EnumType.STRING)
    @Column(name = "blower_rank", updatable = false)
    Rank blowerRank;

    @Column(name = "blower_unit", updatable = false)
    String blowerUnit;

    @Column(name = "blower_worker", updatable = false)
    @Nullable
    String blowerWorker;

    /** That the worker blew it from: it is his while he works there. */
    @Column(name = "blower_grid", updatable = false)
    @Nullable
    String blowerGrid;

    @Column(name = "seen_by")
    String[] seenBy;

    /** Sealed, as are code, refusal, outcome and milestones. */
    @Column(updatable = false)
    String matter;

    @Column(updatable = false)
    String code;

    @Column(updatable = false)
    @Nullable
    Double longitude;

    @Column(updatable = false)
    @Nullable
    Double latitude;

    @Enumerated(EnumType.STRING)
    @Column
    Whistle.Phase phase;

    @Column
    @Nullable
    Boolean confirmed;

    @Column
    @Nullable
    String refusal;

    @Column(updatable = false)
    int quorum;

    @Column(name = "report_in_by", updatable = false)
    @Nullable
    Instant reportInBy;

    @Column(name = "blown_at", updatable = false)
    Instant blownAt;

    @Column(name = "sounded_at")
    @Nullable
    Instant soundedAt;

    @Column(name = "confirmed_at")
    @Nullable
    Instant confirmedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "reported_at")
    @Nullable
    Instant reportedAt;

    @Column
    @Nullable
    String outcome;

    @Column(name = "legal_outcome")
    @Nullable
    String legalOutcome;

    @Column
    @Nullable
    String milestones;

    @SuppressWarnings("NullAway.Init")
    protected WhistleRow() {}

    Post blower() {
        return new Post(blowerRank, blowerUnit, blowerWorker);
    }

    /** The departments see it from when it sounds. */
    void showToCalled(Collection<String> units) {
        seenBy = Stream.concat(Stream.of(seenBy), units.stream()).distinct().toArray(String[]::new);
    }
}
