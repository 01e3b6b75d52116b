package org.chuishao.mesh.log;

import java.time.Duration;

/**
 * Up to which number the outbox is sent, so that the search for what is not begins behind it: what was sent stays in
 * Postgres's index until nobody can see it any more, and under load a search from the start walks through tens of thousands
 * of them.
 *
 * <p>A row is seen later than its number is given, so a lower one may still come. A mark counts only when every transaction
 * has ended that ran a look after it was set; and now and then the search begins at the start all the same.
 */
final class SentUpTo {

    /** One look at the outbox: its highest number, the oldest transaction that runs, and the next one to come. */
    record Look(long highest, long oldest, long next) {}

    private static final long UNKNOWN = -1;

    private final long looksNanos;
    private final long afreshNanos;
    private long lookedAt;
    private long afreshAt;

    private long number;
    /** The mark, and the transaction before which all have to have ended. */
    private long mark = UNKNOWN;

    private long ended = UNKNOWN;
    /** No number up to here comes any more. */
    private long complete;

    SentUpTo(Duration looks, Duration afresh, long now) {
        looksNanos = looks.toNanos();
        afreshNanos = afresh.toNanos();
        lookedAt = now;
        afreshAt = now;
    }

    /** All up to this number is sent. */
    long number() {
        return number;
    }

    /** Whether it is time for a look. */
    boolean asks(long now) {
        if (now - afreshAt >= afreshNanos) {
            afreshAt = now;
            number = 0;
        }
        return now - lookedAt >= looksNanos;
    }

    void looked(Look look, long now) {
        lookedAt = now;
        if (mark != UNKNOWN && ended == UNKNOWN) {
            ended = look.next();
        } else if (mark == UNKNOWN || look.oldest() >= ended) {
            complete = Math.max(complete, mark);
            mark = look.highest();
            ended = UNKNOWN;
        }
    }

    /** @param through up to which number a search that began after the last look found all, and all is sent */
    void sent(long through) {
        number = Math.max(number, Math.min(through, complete));
    }
}
