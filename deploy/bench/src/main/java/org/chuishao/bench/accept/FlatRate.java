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
    private static final double STEP_DOWN = 0.8;
    private static final int STEPS_DOWN = 3;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

    /** Of tickets on their way: so many are a queue, and the rest of the stretch would only make it longer. */
    private static final double BACKLOG_SECONDS = 10;

    /** Doubles, then halves the gap, by short probes. @return the highest rate that was flat in one */
    double find(double probeSeconds, Deadline deadline) throws InterruptedException {
        double good = 0;
        double bad = FIRST;
        while (!deadline.past() && holds(bad, probeSeconds)) {
            good = bad;
            bad *= 2;
        }
        for (int i = 0; i < HALVINGS && !deadline.past(); i++) {
            double middle = (good + bad) / 2;
            if (holds(middle, probeSeconds)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return Math.max(1, good);
    }

    /** In one of two probes: a machine that others use too is slow for a moment, at any rate. */
    private boolean holds(double rate, double seconds) throws InterruptedException {
        Lag first = probe(rate, seconds);
        return first.flat() || probe(rate, seconds).flat();
    }

    /**
     * Holds a rate for a long stretch, and where that fails a lower one, a few times. What a short probe bears is more than
     * what lasts, so it begins a step below.
     *
     * @param lastStart no further stretch begins after it
     * @return the last stretch; not flat where none was
     */
    Lag confirm(double found, double seconds, Deadline lastStart) throws InterruptedException {
        Lag lag = probe(Math.max(1, found * STEP_DOWN), seconds);
        for (int i = 0; i < STEPS_DOWN && !lag.flat() && !lastStart.past(); i++) {
            lag = probe(Math.max(1, lag.rate() * STEP_DOWN), seconds);
        }
        return lag;
    }

    /** One stretch; returns when all of it is in an inbox or patience is over. */
    Lag probe(double rate, double seconds) throws InterruptedException {
        long before = onTheirWay();
        List<UUID> tickets = loop.send(rate, seconds, () -> onTheirWay() - before > rate * BACKLOG_SECONDS);
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (missing(tickets) > 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        long[] nanos = tickets.stream()
                .filter(inboxes.reachedAt()::containsKey)
                .mapToLong(ticket -> Objects.requireNonNull(inboxes.reachedAt().get(ticket))
                        - Objects.requireNonNull(accepted.sentAt().get(ticket)))
                .toArray();
        boolean whole = tickets.size() >= Math.round(rate * seconds);
        Lag lag = new Lag(rate, nanos, missing(tickets), whole);
        figures.say("  %s", lag);
        return lag;
    }

    private long onTheirWay() {
        return accepted.sentAt().size() - (long) inboxes.reachedAt().size();
    }

    private long missing(List<UUID> tickets) {
        return tickets.stream()
                .filter(ticket -> !inboxes.reachedAt().containsKey(ticket))
                .count();
    }
}
