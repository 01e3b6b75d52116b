package org.chuishao.bench.accept;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chuishao.bench.Figures;

/**
 * Accepted tickets a second beside what the same Postgres does at its plainest. The two take turns of seconds, so that a
 * disk that is slow for a while slows both; each turn gives a ratio, and the median of these counts.
 */
record Throughput(ClosedLoop loop, Pgbench pgbench, Parts parts, Census census, Deadline deadline, Figures figures) {

    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Intake alone, as pgbench is: the others, which on a machine of their own would take nothing from it, are held. */
    void alone(int rounds, double seconds) throws IOException, SQLException, InterruptedException {
        measure("", true, rounds, seconds);
    }

    /** All four services at work on what is accepted, on the same cores and the same disk. */
    void working(int rounds, double seconds) throws IOException, SQLException, InterruptedException {
        measure("-mesh-working", false, rounds, seconds);
    }

    private void measure(String suffix, boolean alone, int rounds, double seconds)
            throws IOException, SQLException, InterruptedException {
        List<Double> accepted = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds && (i == 0 || !deadline.past()); i++) {
            inserted.add(pgbench.perSecond(CONNECTIONS, seconds));
            accepted.add(alone ? whileOthersAreHeld(seconds) : loop.perSecond(CONNECTIONS, seconds));
            ratios.add(accepted.get(i) / inserted.get(i));
            double settled = census.settle(loop.accepted().sentAt().keySet(), PATIENCE);
            figures.say(
                    "  %d of %d: pgbench %.0f, accepted %.0f a second, ratio %.2f; in all inboxes %.1f s later",
                    i + 1, rounds, inserted.get(i), accepted.get(i), ratios.get(i), settled);
        }
        figures.add("ratio" + suffix, median(ratios), "");
        figures.add("accepted-per-second-" + CONNECTIONS + suffix, median(accepted), "tickets/s");
        figures.add("pgbench-insert-per-second" + suffix, median(inserted), "rows/s");
    }

    private double whileOthersAreHeld(double seconds) throws IOException, InterruptedException {
        parts.holdOthers();
        try {
            return loop.perSecond(CONNECTIONS, seconds);
        } finally {
            parts.letOthersGo();
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
