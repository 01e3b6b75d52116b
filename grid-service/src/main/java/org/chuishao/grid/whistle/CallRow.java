package org.chuishao.grid.whistle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.WhistleEvent.Improper;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One department that a whistle calls in, as it is kept. */
@Entity
@Table(name = "whistle_call")
@DynamicUpdate
class CallRow {

    @Id
    UUID id;

    @Column(name = "whistle_id", updatable = false)
    UUID whistle;

    /** In the order that they were called in, from 0. */
    @Column(updatable = false)
    int place;

    @Column(updatable = false)
    String department;

    @Column(updatable = false)
    @Nullable
    String line;

    /** The unit that comes for it. */
    @Column
    @Nullable
    String substitute;

    @Enumerated(EnumType.STRING)
    @Column
    Call.Phase phase;

    @Column(name = "is_open")
    boolean open;

    @Column(name = "signed_at")
    @Nullable
    Instant signedAt;

    @Column(name = "arrived_at")
    @Nullable
    Instant arrivedAt;

    @Column
    @Nullable
    String proof;

    /** Sealed: who came; as are the words of share, result, ground and decision. */
    @Column
    @Nullable
    String came;

    @Column
    boolean leader;

    @Enumerated(EnumType.STRING)
    @Column
    Call.Share share;

    @Column(name = "share_words")
    @Nullable
    String shareWords;

    @Column(name = "share_until")
    @Nullable
    Instant shareUntil;

    @Column(name = "share_result")
    @Nullable
    String shareResult;

    @Enumerated(EnumType.STRING)
    @Column
    Call.Objection objection;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Improper improper;

    @Column
    @Nullable
    String ground;

    @Column
    @Nullable
    String decision;

    /** Written by the clock that finds it absent. */
    @Column(updatable = false)
    int supervision;

    @SuppressWarnings("NullAway.Init")
    protected CallRow() {}

    static CallRow of(UUID id, UUID whistle, int place, Call call, @Nullable String line) {
        CallRow row = new CallRow();
        row.id = id;
        row.whistle = whistle;
        row.place = place;
        row.department = call.department();
        row.line = line;
        row.take(call, false);
        return row;
    }

    Call call() {
        return new Call(department, phase, leader, share, objection, supervision);
    }

    void take(Call now, boolean sounds) {
        phase = now.phase();
        leader = now.leader();
        share = now.share();
        objection = now.objection();
        open = sounds && now.phase() != Call.Phase.RELEASED;
    }

    boolean isOf(@Nullable String unit) {
        return department.equals(unit) || (substitute != null && substitute.equals(unit));
    }
}
