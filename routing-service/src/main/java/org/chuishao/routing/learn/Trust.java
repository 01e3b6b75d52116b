package org.chuishao.routing.learn;

import java.util.List;

/**
 * Turns signs into the probability that the first label is right: logistic regression over what the model said of examples
 * that it did not know.
 */
final class Trust {

    private static final int SIGNS = Signs.COUNT;
    private static final int STEPS = 30;

    /** Holds the weights down where little is known. */
    private static final double RESTRAINT = 1;

    /** How far an imagined message lies from what was learnt, in units of the usual spread. */
    private static final double FAR = 3;

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;

    Trust(double[] mean, double[] spread, double[] weights) {
        this.mean = mean;
        this.spread = spread;
        this.weights = weights;
    }

    static Trust learn(List<Signs> signs, boolean[] right) {
        double[] mean = new double[SIGNS];
        double[] spread = new double[SIGNS];
        for (Signs one : signs) {
            for (int k = 0; k < SIGNS; k++) {
                mean[k] += one.values()[k] / signs.size();
            }
        }
        for (Signs one : signs) {
            for (int k = 0; k < SIGNS; k++) {
                spread[k] += Math.pow(one.values()[k] - mean[k], 2) / signs.size();
            }
        }
        for (int k = 0; k < SIGNS; k++) {
            spread[k] = Math.max(Math.sqrt(spread[k]), 1e-6);
        }
        Trust trust = new Trust(mean, spread, new double[SIGNS + 1]);
        for (int step = 0; step < STEPS; step++) {
            trust.step(signs, right);
        }
        return trust;
    }

    /** One of Newton's steps. */
    private void step(List<Signs> signs, boolean[] right) {
        double[] gradient = new double[SIGNS + 1];
        double[][] curve = new double[SIGNS + 1][SIGNS + 1];
        for (int k = 0; k < SIGNS; k++) {
            gradient[k] = RESTRAINT * weights[k];
            curve[k][k] = RESTRAINT;
        }
        curve[SIGNS][SIGNS] = 1e-3;
        for (int i = 0; i < right.length; i++) {
            add(standard(signs.get(i)), right[i], gradient, curve);
        }
        add(imagined(), false, gradient, curve);
        Symmetric.invert(curve);
        for (int k = 0; k <= SIGNS; k++) {
            for (int j = 0; j <= SIGNS; j++) {
                weights[k] -= curve[k][j] * gradient[j];
            }
        }
    }

    private void add(double[] x, boolean right, double[] gradient, double[][] curve) {
        double p = of(x);
        for (int k = 0; k <= SIGNS; k++) {
            gradient[k] += (p - (right ? 1 : 0)) * x[k];
            for (int j = 0; j <= k; j++) {
                curve[k][j] += p * (1 - p) * x[k] * x[j];
            }
        }
    }

    /** One wrong answer, to a message that nothing speaks for: else a model that was never wrong would believe anything. */
    private double[] imagined() {
        double[] x = standard(Signs.none());
        x[SIGNS - 1] = FAR;
        return x;
    }

    /** 0 to 1. */
    double of(Signs signs) {
        return of(standard(signs));
    }

    /** How much farther than usual the message lies from what was learnt, in units of the usual spread. */
    double unusual(Signs signs) {
        int last = SIGNS - 1;
        return (signs.distance() - mean[last]) / spread[last];
    }

    private double of(double[] x) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += weights[k] * x[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private double[] standard(Signs signs) {
        double[] x = new double[SIGNS + 1];
        double[] values = signs.values();
        for (int k = 0; k < SIGNS; k++) {
            x[k] = (values[k] - mean[k]) / spread[k];
        }
        x[SIGNS] = 1;
        return x;
    }

    double[] mean() {
        return mean.clone();
    }

    double[] spread() {
        return spread.clone();
    }

    double[] weights() {
        return weights.clone();
    }
}
