package org.chuishao.bench.routing;

/**
 * A message that the model had not learnt from.
 *
 * @param label what the model took it for
 * @param byItself what the product would have done under its own thresholds
 */
record Judged(String truth, String label, double confidence, boolean byItself) {

    boolean right() {
        return truth.equals(label);
    }
}
