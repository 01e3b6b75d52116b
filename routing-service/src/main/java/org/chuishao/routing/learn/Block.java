package org.chuishao.routing.learn;

import java.util.List;

/**
 * Kernel ridge regression on at most some thousand examples, which is a Gaussian process seen from its mean. Its closed form
 * tells, without learning anew, what it would have said of each example had it not known it, and how far from the others each
 * one lies: the thresholds rest on these.
 */
final class Block {

    /** How little a single example is trusted: the labels that people give are wrong now and then. */
    static final double NOISE = 0.5;

    private final double[][] inverse;
    private final float[][] weights;
    private final double[][] blind;
    private final float[][] words;

    private Block(double[][] inverse, float[][] weights, double[][] blind, float[][] words) {
        this.inverse = inverse;
        this.weights = weights;
        this.blind = blind;
        this.words = words;
    }

    /** @param labels of the examples, below the count */
    static Block learn(List<Read> examples, int[] labels, int count) {
        int n = examples.size();
        double[][] inverse = new double[n][n];
        float[][] words = new float[n][n];
        int features = examples.stream()
                .mapToInt(example -> example.grams().length())
                .max()
                .orElse(0);
        for (int i = 0; i < n; i++) {
            Read one = examples.get(i);
            float[] its = one.grams().dense(features);
            for (int j = 0; j <= i; j++) {
                Read other = examples.get(j);
                words[i][j] = (float) other.grams().dot(its);
                words[j][i] = words[i][j];
                inverse[i][j] = one.likeness(other, words[i][j]);
            }
            inverse[i][i] += NOISE;
        }
        Symmetric.invert(inverse);
        float[][] weights = new float[n][count];
        double[][] blind = new double[n][count];
        for (int i = 0; i < n; i++) {
            double[] sums = sums(inverse[i], labels, count);
            for (int label = 0; label < count; label++) {
                weights[i][label] = (float) sums[label];
                blind[i][label] = aim(labels[i] == label, count) - sums[label] / inverse[i][i];
            }
        }
        return new Block(inverse, weights, blind, words);
    }

    private static double[] sums(double[] row, int[] labels, int count) {
        double[] sums = new double[count];
        double all = 0;
        for (int j = 0; j < row.length; j++) {
            sums[labels[j]] += row[j];
            all += row[j];
        }
        for (int label = 0; label < count; label++) {
            sums[label] -= all / count;
        }
        return sums;
    }

    private static double aim(boolean it, int count) {
        return (it ? 1 : 0) - 1.0 / count;
    }

    /** What each example adds to the score of each label. */
    float[][] weights() {
        return weights;
    }

    /** The scores of an example by all others. */
    double[] blind(int example) {
        return blind[example];
    }

    /** Of these, what is due to the words, by the weights that the others have without the example. */
    double[] blindWords(int example) {
        double[] sums = new double[weights[example].length];
        double own = 0;
        for (int i = 0; i < words.length; i++) {
            double alike = words[example][i];
            own += alike * inverse[i][example];
            for (int label = 0; label < sums.length; label++) {
                sums[label] += alike * weights[i][label];
            }
        }
        for (int label = 0; label < sums.length; label++) {
            sums[label] -= own / inverse[example][example] * weights[example][label];
        }
        return sums;
    }

    /** How far an example lies from all others, as {@link #distance} would say of a new one. */
    double blindDistance(int example) {
        return 1 / inverse[example][example] - NOISE;
    }

    /** The inverse at half the size, for {@link #distance}. */
    float[][] inverse() {
        float[][] small = new float[inverse.length][inverse.length];
        for (int i = 0; i < small.length; i++) {
            for (int j = 0; j < small.length; j++) {
                small[i][j] = (float) inverse[i][j];
            }
        }
        return small;
    }

    /**
     * How little of a message is explained by what was learnt.
     *
     * @param own the likeness of the message to itself
     * @param likeness to each example
     */
    static double distance(double own, float[] likeness, float[][] inverse) {
        double explained = 0;
        for (int i = 0; i < likeness.length; i++) {
            explained += likeness[i] * Vectors.dot(likeness, inverse[i]);
        }
        return own - explained;
    }
}
