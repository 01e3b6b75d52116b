package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How complaints of one cause follow each other. */
enum Shape {
    /** All notice it at once: the longer ago, the fewer still call. */
    BURST {
        @Override
        double next(List<Double> before, double hours, SplittableRandom random) {
            return exponential(hours / 4, random);
        }
    },
    /** Who has called tells another, who calls too: a self-exciting process. */
    SPREADING {
        @Override
        double next(List<Double> before, double hours, SplittableRandom random) {
            return before.get(random.nextInt(before.size())) + exponential(hours / 6, random);
        }
    },
    EVEN {
        @Override
        double next(List<Double> before, double hours, SplittableRandom random) {
            return hours * random.nextDouble();
        }
    };

    /** Hours after the first, of one that comes for one of those before. */
    abstract double next(List<Double> before, double hours, SplittableRandom random);

    /** When so many come, from the first on, in order; the last within these hours. */
    List<Duration> arrivals(int many, double hours, SplittableRandom random) {
        List<Double> arrivals = new ArrayList<>(List.of(0.0));
        while (arrivals.size() < many) {
            double next = next(arrivals, hours, random);
            if (next <= hours) {
                arrivals.add(next);
            }
        }
        return arrivals.stream()
                .sorted()
                .map(hour -> Duration.ofMillis(Math.round(hour * 3_600_000)))
                .toList();
    }

    private static double exponential(double mean, SplittableRandom random) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
