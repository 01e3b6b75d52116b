package org.chuishao.bench;

import java.util.Arrays;

/** Milliseconds of many requests of one kind. */
public final class Percentiles {

    private double[] milliseconds = new double[1_024];
    private int count;

    public void add(double took) {
        if (count == milliseconds.length) {
            milliseconds = Arrays.copyOf(milliseconds, 2 * count);
        }
        milliseconds[count++] = took;
    }

    public double at(double part) {
        double[] sorted = Arrays.copyOf(milliseconds, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1L, Math.round(part * count))];
    }

    public void into(Figures figures, String name) {
        figures.add(name + "-p50", at(0.5), "ms");
        figures.add(name + "-p99", at(0.99), "ms");
    }
}
