package org.chuishao.bench.grid;

import java.util.Arrays;
import org.chuishao.bench.Figures;

/** Milliseconds of many requests of one kind. */
final class Percentiles {

    private double[] milliseconds = new double[1_024];
    private int count;

    void add(double took) {
        if (count == milliseconds.length) {
            milliseconds = Arrays.copyOf(milliseconds, 2 * count);
        }
        milliseconds[count++] = took;
    }

    double at(double part) {
        double[] sorted = Arrays.copyOf(milliseconds, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1L, Math.round(part * count))];
    }

    void into(Figures figures, String name) {
        figures.add(name + "-p50", at(0.5), "ms");
        figures.add(name + "-p99", at(0.99), "ms");
    }
}
