package org.chuishao.routing.trial;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was taken for what. */
public final class Confusion {

    private final List<String> labels;
    private final int[][] counts;

    public Confusion(List<Judged> judged) {
        SortedSet<String> all = new TreeSet<>();
        judged.forEach(one -> {
            all.add(one.truth());
            all.add(one.label());
        });
        labels = List.copyOf(all);
        counts = new int[labels.size()][labels.size()];
        judged.forEach(one -> counts[labels.indexOf(one.truth())][labels.indexOf(one.label())]++);
    }

    public double accuracy() {
        int right = 0;
        int all = 0;
        for (int truth = 0; truth < counts.length; truth++) {
            right += counts[truth][truth];
            all += sum(counts[truth]);
        }
        return (double) right / all;
    }

    /** The mean of each label's harmonic mean of precision and recall; labels that never occurred are left out. */
    public double macroF1() {
        double sum = 0;
        int occurred = 0;
        for (int label = 0; label < counts.length; label++) {
            int there = sum(counts[label]);
            int said = 0;
            for (int[] row : counts) {
                said += row[label];
            }
            if (there > 0) {
                sum += 2.0 * counts[label][label] / (there + said);
                occurred++;
            }
        }
        return sum / occurred;
    }

    private static int sum(int[] row) {
        int sum = 0;
        for (int count : row) {
            sum += count;
        }
        return sum;
    }

    public List<String> labels() {
        return labels;
    }

    /** One row for each label that is true; the columns are what it was taken for, in the order of the labels. */
    public List<List<Integer>> rows() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
