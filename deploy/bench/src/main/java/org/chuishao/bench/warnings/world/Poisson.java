package org.chuishao.bench.warnings.world;

import java.util.SplittableRandom;

/** How many of those come who come independently of each other. */
final class Poisson {

    /** From here on the bell curve is as good. */
    private static final double MANY = 50;

    private Poisson() {}

    static int of(double mean, SplittableRandom random) {
        if (mean > MANY) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        int count = 0;
        for (double left = Math.exp(-mean), product = random.nextDouble(); product > left; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
