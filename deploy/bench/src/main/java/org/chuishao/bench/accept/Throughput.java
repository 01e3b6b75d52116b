package org.chuishao.bench.accept;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chuishao.bench.Figures;

/** Accepted tickets a second beside what the same Postgres does at its plainest, in turns, so that both see the same machine. */
record Throughput(ClosedLoop loop, Pgbench pgbench, Parts parts, Census census, Figures figures) {

    private static final int PATIENCE_SECONDS = 60;
    /** The number of connections of the figures without a number. */
    private static final int MAIN = 32;

    /**
     * Rounds at one number of connections, the median of which counts.
     *
     * @param alone hold the other services still meanwhile; otherwise they work on what is accepted, on the same cores
     */
    void measure(int connections, boolean alone, int rounds, double seconds)
            throws IOException, SQLException, InterruptedException {
        List<Double> accepted = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            inserted.add(pgbench.perSecond(connections, seconds));
            accepted.add(alone ? alone(connections, seconds) : loop.perSecond(connections, seconds));
            double settled = census.settle(loop.accepted().sentAt().keySet(), PATIENCE_SECONDS);
            figures.say(
                    "  %d connections%s: pgbench %.0f, accepted %.0f a second; in all inboxes %.1f s later",
                    connections, alone ? ", intake alone" : "", inserted.get(i), accepted.get(i), settled);
        }
        String kind = (alone ? "-alone-" : "-") + connections;
        figures.add("accepted-per-second" + kind, median(accepted), "tickets/s");
        if (connections == MAIN && !alone) {
            figures.add("pgbench-insert-per-second", median(inserted), "rows/s");
            figures.add("ratio", median(accepted) / median(inserted), "");
        } else {
            figures.add("pgbench-insert-per-second" + kind, median(inserted), "rows/s");
            figures.add("ratio" + kind, median(accepted) / median(inserted), "");
        }
    }

    private double alone(int connections, double seconds) throws IOException, InterruptedException {
        parts.holdOthers();
        try {
            return loop.perSecond(connections, seconds);
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
