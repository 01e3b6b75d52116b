package org.chuishao.routing.learn;

import java.util.List;
import org.chuishao.routing.learn.Neighbours.Near;

/**
 * What tells whether the first label can be believed.
 *
 * @param first the label that the scores speak for most
 * @param lead how far it is ahead of the second
 * @param agreement how much of the nearest examples says the same, 0 to 1: a second member with a mind of its own
 * @param score of the first label
 * @param wordsLead how far it is ahead by the words alone, whatever the message means: below zero they say something else
 * @param distance how little of the message is explained by what was learnt
 */
record Signs(int first, double lead, double agreement, double score, double wordsLead, double distance) {

    /** How many there are. */
    static final int COUNT = 5;

    /** How fast a neighbour's say falls with its distance. */
    private static final double SHARPNESS = 40;

    /**
     * @param words the part of the scores that is due to the words alone
     * @param labels of the examples that are near
     */
    static Signs of(double[] scores, double[] words, List<Near> near, int[] labels, double distance) {
        int first = Vectors.indexOfGreatest(scores);
        double same = 0;
        double all = 0;
        for (Near one : near) {
            double say = Math.exp(SHARPNESS * (one.likeness() - 1));
            same += labels[one.example()] == first ? say : 0;
            all += say;
        }
        double agreement = all == 0 ? 0 : same / all;
        return new Signs(first, lead(scores, first), agreement, scores[first], lead(words, first), distance);
    }

    private static double lead(double[] scores, int first) {
        double second = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < scores.length; label++) {
            second = label == first ? second : Math.max(second, scores[label]);
        }
        return scores[first] - second;
    }

    /** Of a message that nothing speaks for. */
    static Signs none() {
        return new Signs(0, 0, 0, 0, 0, 0);
    }

    double[] values() {
        return new double[] {lead, agreement, score, wordsLead, distance};
    }
}
