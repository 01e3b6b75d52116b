package org.chuishao.analytics.backtest.replay;

import java.time.Instant;

/** A span of time, its end no part of it. */
public record Span(Instant begin, Instant end) {

    boolean holds(Instant at) {
        return !at.isBefore(begin) && at.isBefore(end);
    }
}
