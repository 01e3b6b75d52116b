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

    private static final List<Integer> CONNECTIONS = List.of(16, 32);
    private static final int MOST = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        for (int connections : CONNECTIONS) {
            double ratio = measure(connections, suffix, alone, rounds, seconds);
            if (connections == MOST) {
                figures.add("ratio" + suffix, ratio, "");
            }
        }
    }

    private double measure(int connections, String suffix, boolean alone, int rounds, double seconds)
            throws IOException, SQLException, InterruptedException {
        List<Double> accepted = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds && (i == 0 || !deadline.past()); i++) {
            inserted.add(pgbench.perSecond(connections, seconds));
            accepted.add(alone ? whileOthersAreHeld(connections, seconds) : loop.perSecond(connections, seconds));
            ratios.add(accepted.get(i) / inserted.get(i));
            double settled = census.settle(loop.accepted().sentAt().keySet(), PATIENCE);
            figures.say(
                    "  %d connections, %d of %d: pgbench %.0f, accepted %.0f a second, ratio %.2f;"
                            + " waited %.1f s for the inboxes",
                    connections, i + 1, rounds, inserted.get(i), accepted.get(i), ratios.get(i), settled);
        }
        String of = "-" + connections + suffix;
        figures.add("accepted-per-second" + of, median(accepted), "tickets/s");
        figures.add("pgbench-insert-per-second" + of, median(inserted), "rows/s");
        figures.add("ratio" + of, median(ratios), "");
        return median(ratios);
    }

    private double whileOthersAreHeld(int connections, double seconds) throws IOException, InterruptedException {
        parts.holdOthers();
        try {
            return loop.perSecond(connections, seconds);
        } finally {
            parts.letOthersGo();
        }
    }

    /** Of an even number the mean of the two in the middle: the upper one alone would flatter. */
    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
