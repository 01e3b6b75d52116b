package org.chuishao.bench.accept;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chuishao.bench.Figures;

/**
 * Accepted tickets a second beside what the same Postgres does at its plainest. The two take turns of seconds, so that a
 * disk that is slow for a while slows both; each turn gives a ratio, and the median of these counts.
 */
record Throughput(ClosedLoop loop, Pgbench pgbench, Parts parts, Census census, Duration longest, Figures figures) {

    private static final List<Integer> CONNECTIONS = List.of(16, 32);
    private static final int MOST = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double STEP_SECONDS = 10;
    private static final int WARM_UPS = 2;
    private static final int NEW_TICKETS = 3;
    private static final int REST = 3;

    /** The compilers' work is done once in the life of a service; what is measured is the rest of it. */
    void warmUp(double seconds) throws InterruptedException {
        for (double done = 0; done < seconds; done += STEP_SECONDS) {
            figures.say("  %.0f s: %.0f replies a second", done + STEP_SECONDS, loop.again(MOST, STEP_SECONDS));
        }
    }

    /**
     * Intake alone, as pgbench is: the others, which on a machine of their own would take nothing from it, are held in
     * all the turns of both, and let go at the end for what has piled up.
     */
    void alone(int rounds, double seconds) throws IOException, SQLException, InterruptedException {
        parts.holdOthers();
        try {
            // what comes behind the acceptance, publishing and reading back, has new tickets alone to warm up on
            for (int i = 0; i < WARM_UPS; i++) {
                figures.say("  warming up on new tickets: %.0f a second", loop.perSecond(MOST, NEW_TICKETS * seconds));
                // for the compilers, which are behind with what has become hot
                TimeUnit.MILLISECONDS.sleep((long) (1000 * REST * seconds));
            }
            measure("", Duration.ZERO, rounds, seconds);
        } finally {
            parts.letOthersGo();
        }
        figures.say("  All in inboxes after %.1f s", settle(PATIENCE));
    }

    /** All four services at work on what is accepted, on the same cores and the same disk. */
    void working(int rounds, double seconds) throws IOException, SQLException, InterruptedException {
        measure("-mesh-working", PATIENCE, rounds, seconds);
    }

    private void measure(String suffix, Duration patience, int rounds, double seconds)
            throws IOException, SQLException, InterruptedException {
        Deadline deadline = Deadline.in(longest);
        for (int connections : CONNECTIONS) {
            double ratio = measure(connections, suffix, patience, rounds, seconds, deadline);
            if (connections == MOST) {
                figures.add("ratio" + suffix, ratio, "");
            }
        }
    }

    private double measure(
            int connections, String suffix, Duration patience, int rounds, double seconds, Deadline deadline)
            throws IOException, SQLException, InterruptedException {
        List<Double> accepted = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds && (i == 0 || !deadline.past()); i++) {
            inserted.add(pgbench.perSecond(connections, seconds));
            accepted.add(loop.perSecond(connections, seconds));
            ratios.add(accepted.get(i) / inserted.get(i));
            figures.say(
                    "  %d connections, %d of %d: pgbench %.0f, accepted %.0f a second, ratio %.3f",
                    connections, i + 1, rounds, inserted.get(i), accepted.get(i), ratios.get(i));
            settle(patience);
        }
        String of = "-" + connections + suffix;
        figures.add("accepted-per-second" + of, median(accepted), "tickets/s");
        figures.add("pgbench-insert-per-second" + of, median(inserted), "rows/s");
        figures.add("ratio" + of, median(ratios), "");
        return median(ratios);
    }

    private double settle(Duration patience) throws SQLException, InterruptedException {
        return census.settle(loop.accepted().sentAt().keySet(), patience);
    }

    /** Of an even number the mean of the two in the middle: the upper one alone would flatter. */
    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
