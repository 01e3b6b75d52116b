package org.chuishao.bench.accept;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.chuishao.bench.accept.Wire.Reply;
import org.jspecify.annotations.Nullable;

/** Every ticket that was answered with 201 since the start, and when it had been due to be sent. */
final class Accepted {

    private static final String ID = "\"id\":\"";
    private static final int UUID_LENGTH = 36;

    private final Map<UUID, Long> sentAt = new ConcurrentHashMap<>();
    private final LongAdder others = new LongAdder();
    private volatile @Nullable String firstOther;

    /** Takes a reply down. @return the ticket, or null where it was not accepted */
    @Nullable
    UUID add(Reply reply, long sentNanos) {
        int at = reply.body().indexOf(ID);
        if (reply.status() != Wire.CREATED || at < 0) {
            others.increment();
            firstOther = firstOther == null ? reply.status() + " " + reply.body() : firstOther;
            return null;
        }
        UUID ticket = UUID.fromString(reply.body().substring(at + ID.length(), at + ID.length() + UUID_LENGTH));
        sentAt.put(ticket, sentNanos);
        return ticket;
    }

    Map<UUID, Long> sentAt() {
        return sentAt;
    }

    /** Replies other than 201. */
    long others() {
        return others.sum();
    }

    @Nullable
    String firstOther() {
        return firstOther;
    }
}
