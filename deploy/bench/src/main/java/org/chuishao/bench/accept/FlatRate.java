package org.chuishao.bench.accept;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.chuishao.bench.Figures;

/** Looks for the highest rate at which tickets do not pile up between POST and inbox. */
record FlatRate(OpenLoop loop, Accepted accepted, Inboxes inboxes, Figures figures) {

    private static final double FIRST = 40;
    private static final int HALVINGS = 3;
    private static final double STEP_DOWN = 0.85;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

    /**
     * Doubles, then halves the gap by short probes, then goes down from there until a long stretch stays flat.
     *
     * @return the last stretch; not flat where none was before the deadline
     */
    Lag find(double probeSeconds, double flatSeconds, Deadline deadline) throws InterruptedException {
        double good = 0;
        double bad = FIRST;
        while (probe(bad, probeSeconds).flat()) {
            good = bad;
            bad *= 2;
        }
        for (int i = 0; i < HALVINGS && !deadline.past(); i++) {
            double middle = (good + bad) / 2;
            if (probe(middle, probeSeconds).flat()) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        Lag lag = probe(Math.max(1, good), flatSeconds);
        while (!lag.flat() && lag.rate() > 1 && !deadline.past()) {
            lag = probe(Math.max(1, lag.rate() * STEP_DOWN), flatSeconds);
        }
        return lag;
    }

    /** One stretch; returns when all of it is in an inbox or patience is over. */
    Lag probe(double rate, double seconds) throws InterruptedException {
        List<UUID> tickets = loop.send(rate, seconds);
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (missing(tickets) > 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        long[] nanos = tickets.stream()
                .filter(inboxes.reachedAt()::containsKey)
                .mapToLong(ticket -> Objects.requireNonNull(inboxes.reachedAt().get(ticket))
                        - Objects.requireNonNull(accepted.sentAt().get(ticket)))
                .toArray();
        Lag lag = new Lag(rate, nanos, missing(tickets));
        figures.say("  %s", lag);
        return lag;
    }

    private long missing(List<UUID> tickets) {
        return tickets.stream()
                .filter(ticket -> !inboxes.reachedAt().containsKey(ticket))
                .count();
    }
}
