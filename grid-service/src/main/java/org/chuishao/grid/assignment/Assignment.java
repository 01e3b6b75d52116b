package org.chuishao.grid.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.AssignmentState;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.scope.Scope;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One unit's assignment. The reader of the log makes it; a command changes it beside the event that says so. */
@Entity
@Table(name = "assignment")
@DynamicUpdate
class Assignment {

    @Id
    UUID id;

    @Column(name = "ticket_id", updatable = false)
    UUID ticket;

    @Column(updatable = false)
    @Nullable
    String number;

    @Column(updatable = false)
    boolean lead;

    @Column(updatable = false)
    String unit;

    @Column(updatable = false)
    String region;

    @Column(updatable = false)
    @Nullable
    String grid;

    @Column(updatable = false)
    @Nullable
    String role;

    @Column(updatable = false)
    @Nullable
    String worker;

    @Column(updatable = false)
    String reason;

    @Column(updatable = false)
    String[] copies;

    @Enumerated(EnumType.STRING)
    @Column
    Phase phase;

    @Column(updatable = false)
    int round;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Severity severity;

    @Column(updatable = false)
    @Nullable
    String category;

    @Column
    boolean contacted;

    @Column
    @Nullable
    Boolean solved;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "signed_at")
    @Nullable
    Instant signedAt;

    @Column(name = "contacted_at")
    @Nullable
    Instant contactedAt;

    @Column(name = "arrived_at")
    @Nullable
    Instant arrivedAt;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "ended_at", updatable = false)
    @Nullable
    Instant endedAt;

    /** The assignment that it was handed down from. */
    @Column(updatable = false)
    @Nullable
    UUID parent;

    /** Sealed: the words that it was handed down with. */
    @Column(updatable = false)
    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Extension extension;

    /** As asked for, or as granted. */
    @Column(name = "extension_until")
    @Nullable
    Instant extensionUntil;

    /** Sealed, the unit's. */
    @Column(name = "extension_reason")
    @Nullable
    String extensionReason;

    /** Sealed, the supervisor's. */
    @Column(name = "extension_decision")
    @Nullable
    String extensionDecision;

    @Column(name = "suspension_cause")
    @Nullable
    String suspensionCause;

    @Column(name = "review_at")
    @Nullable
    Instant reviewAt;

    @Column(name = "is_open", insertable = false, updatable = false)
    boolean open;

    @Column(insertable = false, updatable = false)
    int urgency;

    /** The transaction that changed it last, or what it is about. */
    @Column(insertable = false, updatable = false)
    long changed;

    /** What was just done about it was late, and taken all the same. */
    @Transient
    boolean late;

    /** How it is known that its worker has just arrived. */
    @Transient
    @Nullable
    OnSite onSite;

    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    /** True until the work is done or has gone on without them: after that the citizen's door is no longer theirs. */
    boolean inHandOf(Scope scope) {
        boolean done = phase == Phase.RESOLVED || phase == Phase.ENDED;
        return !done && (unit.equals(scope.unit()) || (worker != null && worker.equals(scope.worker())));
    }

    /** The part of it that another has now; its own unit stays answerable, and is told (抄送). */
    Assignment handDown(Part part, @Nullable Sealed words, Instant at) {
        Assignment child = new Assignment();
        child.id = part.id();
        child.parent = id;
        child.ticket = ticket;
        child.number = number;
        child.unit = part.unit();
        child.region = part.region();
        child.grid = part.grid();
        child.role = part.role();
        child.worker = part.worker();
        child.reason = part.reason();
        child.note = words == null ? null : words.value();
        child.copies =
                Stream.concat(Stream.of(copies), Stream.of(unit)).distinct().toArray(String[]::new);
        child.phase = Phase.PENDING_SIGN;
        child.round = round;
        child.severity = severity;
        child.category = category;
        child.createdAt = at;
        return child;
    }

    void endSuspension() {
        suspensionCause = null;
        reviewAt = null;
    }

    /** What the log will say when it has read what was just written. */
    void follow(AssignmentState state) {
        phase = state.phase();
        contacted = state.contacted();
        solved = state.solved();
        extension = state.extension();
    }
}
