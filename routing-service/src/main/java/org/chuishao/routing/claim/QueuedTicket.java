package org.chuishao.routing.claim;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.routing.page.InChina;
import org.jspecify.annotations.Nullable;

/** A ticket that waits for a dispatcher: what was found of it, since when it waits, and who has it in hand. */
@Entity
@Table(name = "dispatch_queue")
public class QueuedTicket extends PanacheEntityBase {

    @Id
    @Column(name = "ticket_id", updatable = false)
    UUID ticket;

    @Column(updatable = false)
    String region;

    @Column(updatable = false)
    String severity;

    @Column(updatable = false)
    String category;

    @Column(updatable = false)
    Instant since;

    @Column(name = "claimed_by")
    @Nullable
    String claimedBy;

    @Column(name = "claimed_at")
    @Nullable
    Instant claimedAt;

    @Column(name = "claimed_until")
    @Nullable
    Instant claimedUntil;

    @SuppressWarnings("NullAway.Init")
    protected QueuedTicket() {}

    /** Its place in the queue, held until the transaction ends: nobody claims it meanwhile. Null where it does not wait. */
    public static Uni<@Nullable QueuedTicket> lock(UUID ticket) {
        return findById(ticket, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What was found; a dispatcher may know better. */
    public String region() {
        return region;
    }

    public String severity() {
        return severity;
    }

    public String category() {
        return category;
    }

    public Duration waited(Instant now) {
        return Duration.between(since, now);
    }

    /** Empty where this dispatcher did not claim it. */
    public Optional<Duration> inHand(String dispatcher, Instant now) {
        return Optional.ofNullable(hold()).map(it -> it.inHand(dispatcher, now));
    }

    /**
     * A danger to life is dispatched by whoever is there: no claim stands before it.
     *
     * @throws Problem 409 with who has it in hand and until when
     */
    public void requireFree(String dispatcher, Instant now) {
        if (!severity.equals(Severity.CRITICAL.name())) {
            requireUnclaimed(dispatcher, now);
        }
    }

    void requireUnclaimed(String dispatcher, Instant now) {
        Hold hold = hold();
        if (hold != null && hold.keepsOut(dispatcher, now)) {
            throw Problem.conflict(
                    "Another dispatcher has it in hand.",
                    Map.of("claimedBy", hold.by(), "claimedUntil", InChina.of(hold.until())));
        }
    }

    @Nullable
    Hold hold() {
        return claimedBy == null || claimedAt == null || claimedUntil == null
                ? null
                : new Hold(claimedBy, claimedAt, claimedUntil);
    }

    void held(@Nullable Hold hold) {
        claimedBy = hold == null ? null : hold.by();
        claimedAt = hold == null ? null : hold.since();
        claimedUntil = hold == null ? null : hold.until();
    }
}
