package org.chuishao.grid.inbox;

/** What a stream says. */
sealed interface Signal {

    /** Something came or changed. */
    record Changed(Notice notice) implements Signal {}

    /** Something may have been missed: the client reads its inbox again. */
    record Resync(Reason reason) implements Signal {
        enum Reason {
            /** The client read more slowly than things happened, or was away for too many of them. */
            SLOW_READER,
            /** What the client had last is kept no more. */
            TOO_LONG_AWAY
        }
    }

    /** Nothing, so that proxies keep the connection. */
    record Beat() implements Signal {}

    /** The service stops; the client comes back to another replica. */
    record End() implements Signal {}
}
