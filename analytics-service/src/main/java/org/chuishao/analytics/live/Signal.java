package org.chuishao.analytics.live;

/** What a stream says. */
sealed interface Signal {

    /** Something happened. */
    record Happened(Line line) implements Signal {}

    /** Lines were left out: the client was away or slow for too long. It goes on behind the mark. */
    record Resync(long mark) implements Signal {}

    /** Nothing, so that proxies keep the connection; and how far the client is, where nothing of its own came. */
    record Beat(long mark) implements Signal {}

    /** The service stops; the client comes back to another replica. */
    record End() implements Signal {}
}
