package org.chuishao.grid.inbox;

/** What a stream says. */
sealed interface Signal {

    /** An assignment came or changed. */
    record Changed(Notice notice) implements Signal {}

    /** Something may have been missed: the client reads its inbox again. */
    record Resync(Reason reason) implements Signal {
        enum Reason {
            /** The connection to the database was away for a while. */
            CONNECTION_LOST,
            /** The client read more slowly than things happened. */
            SLOW_READER
        }
    }

    /** Nothing, so that proxies keep the connection. */
    record Beat() implements Signal {}

    /** The service stops; the client comes back to another replica. */
    record End() implements Signal {}
}
