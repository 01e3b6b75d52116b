package org.chuishao.routing.claim;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dispatcher's hold on a waiting ticket; nobody's once it has run out. */
record Hold(String by, Instant since, Instant until) {

    /** Claiming again prolongs one's own; what has run out begins anew. */
    static Hold claimed(@Nullable Hold former, String by, Instant now, Duration length) {
        Instant since = former != null && former.by.equals(by) && former.runs(now) ? former.since : now;
        return new Hold(by, since, now.plus(length));
    }

    boolean runs(Instant now) {
        return now.isBefore(until);
    }

    boolean keepsOut(String other, Instant now) {
        return runs(now) && !by.equals(other);
    }

    /** How long it has been in hand; null where another one's. A hold that ran out while he was at it counts from its start. */
    @Nullable
    Duration inHand(String subject, Instant now) {
        return by.equals(subject) ? Duration.between(since, now) : null;
    }
}
