package org.chuishao.bench.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chuishao.local.replay.book.Quantile;
import org.chuishao.local.replay.client.EventStream;

/** A dashboard's line of events: how long after it happened each is on it. */
final class Live implements AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    private final EventStream stream;
    private final List<Long> lags = new ArrayList<>();
    private Instant newest = Instant.EPOCH;

    Live(String analytics, String token) {
        stream = EventStream.open(URI.create(analytics + "/api/v1/live?region=21"), token, this::heard);
    }

    private synchronized void heard(JsonNode event) {
        if (event.hasNonNull("ticket")) {
            Instant at = OffsetDateTime.parse(event.path("at").asText()).toInstant();
            lags.add(Duration.between(at, clock.instant()).toNanos());
            newest = at.isAfter(newest) ? at : newest;
        }
    }

    /** Sorted, of what came since the last time. */
    synchronized long[] take() {
        long[] taken = lags.stream().mapToLong(it -> it).sorted().toArray();
        lags.clear();
        return taken;
    }

    static double seconds(long[] sorted, double share) {
        return Quantile.millis(sorted, share) / 1000;
    }

    /** Seconds until it has what happened less than so long ago. */
    double untilBehindBy(Duration most, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (behind().compareTo(most) > 0) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return Double.NaN;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds until it has what happens from now on. */
    double untilSomethingNew(Duration patience) throws InterruptedException {
        Instant now = clock.instant();
        long start = System.nanoTime();
        while (!newest().isAfter(now)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return Double.NaN;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private synchronized Instant newest() {
        return newest;
    }

    private synchronized Duration behind() {
        return Duration.between(newest, clock.instant());
    }

    @Override
    public void close() {
        stream.close();
    }
}
