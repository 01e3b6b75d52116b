package org.chuishao.bench.routing;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chuishao.bench.Figures;

/** What was taken for what. */
final class Confusion {

    private final List<String> labels;
    private final int[][] counts;

    Confusion(List<Judged> judged) {
        SortedSet<String> all = new TreeSet<>();
        judged.forEach(one -> {
            all.add(one.truth());
            all.add(one.label());
        });
        labels = List.copyOf(all);
        counts = new int[labels.size()][labels.size()];
        judged.forEach(one -> counts[labels.indexOf(one.truth())][labels.indexOf(one.label())]++);
    }

    double accuracy() {
        int right = 0;
        int all = 0;
        for (int truth = 0; truth < counts.length; truth++) {
            right += counts[truth][truth];
            all += sum(counts[truth]);
        }
        return (double) right / all;
    }

    /** The mean of each label's harmonic mean of precision and recall; labels that never occurred are left out. */
    double macroF1() {
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

    /** One row for each label that is true; the columns are what it was taken for, in the same order. */
    void say(Figures figures) {
        figures.say("Confusion (a row for what is true, columns for what it was taken for, in the same order):");
        for (int truth = 0; truth < counts.length; truth++) {
            StringBuilder row = new StringBuilder();
            for (int count : counts[truth]) {
                row.append(String.format("%5d", count));
            }
            figures.say("%s  %s", row, labels.get(truth));
        }
    }
}
