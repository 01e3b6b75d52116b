package org.chuishao.routing.proposal;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.routing.catalogue.Entry;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a conference decided or a whistle taught; written by the reader of the log, accepted or refused by a command. */
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

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Source source;

    @Column(updatable = false)
    String[] solved;

    @Column(updatable = false)
    String[] released;

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

    /** What offers it. */
    enum Source {
        CONFERENCE,
        WHISTLE,
        /** A department's, that it is not its duty; upheld. */
        OBJECTION
    }

    /** A whistle's is added to what the catalogue says by now; empty where it says so already. */
    Optional<Lesson> lesson(@Nullable Entry present) {
        return source == Source.CONFERENCE
                ? Optional.of(new Lesson(lead, List.of(assisting)))
                : Lesson.of(present, region, List.of(solved), List.of(released));
    }

    void decide(boolean accepted, Sealed why, String who, Instant at) {
        verdict = accepted ? "ACCEPTED" : "REFUSED";
        reason = why.value();
        decidedBy = who;
        decidedAt = at;
    }
}
