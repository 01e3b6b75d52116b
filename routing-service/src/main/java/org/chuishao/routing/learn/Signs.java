package org.chuishao.routing.learn;

import java.util.List;
import org.chuishao.routing.learn.Neighbours.Near;

/**
 * What tells whether the first label can be believed.
 *
 * @param first the label that the scores speak for most
 * @param lead how far it is ahead of the second
 * @param agreement how much of the nearest examples says the same, 0 to 1: a second member with a mind of its own
 * @param distance how little of the message is explained by what was learnt
 */
record Signs(int first, double lead, double agreement, double distance) {

    /** How fast a neighbour's say falls with its distance. */
    private static final double SHARPNESS = 20;

    /** @param labels of the examples that are near */
    static Signs of(double[] scores, List<Near> near, int[] labels, double distance) {
        int first = Vectors.indexOfGreatest(scores);
        double second = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < scores.length; label++) {
            second = label == first ? second : Math.max(second, scores[label]);
        }
        double same = 0;
        double all = 0;
        for (Near one : near) {
            double say = Math.exp(SHARPNESS * (one.likeness() - 1));
            same += labels[one.example()] == first ? say : 0;
            all += say;
        }
        return new Signs(first, scores[first] - second, all == 0 ? 0 : same / all, distance);
    }

    double[] values() {
        return new double[] {lead, agreement, distance};
    }
}
