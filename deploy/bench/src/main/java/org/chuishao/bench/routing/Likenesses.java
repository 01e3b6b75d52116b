package org.chuishao.bench.routing;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.bench.Figures;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.routing.learn.Centre;
import org.chuishao.routing.learn.Planes;

/** How like pairs of each sort are: by their vectors, and as far as their signs tell. */
final class Likenesses {

    private static final int[] SIGNS = {128, 256, 512};
    private static final double[] THRESHOLDS = {0.56, 0.58, 0.6, 0.62, 0.64, 0.65, 0.66, 0.68, 0.7, 0.75};

    private final float[] centre = Centre.read();
    private final List<Planes> planes = new ArrayList<>();
    private final IdentityHashMap<float[], List<Meaning>> known = new IdentityHashMap<>();
    private final Map<String, List<double[]>> sorts = new LinkedHashMap<>();

    Likenesses(long seed) {
        for (int signs : SIGNS) {
            planes.add(new Planes("secret " + seed, "measured", centre, signs));
        }
    }

    void add(String sort, float[] one, float[] other) {
        double[] cosines = new double[1 + SIGNS.length];
        cosines[0] = cosine(one, other);
        List<Meaning> mine = meanings(one);
        List<Meaning> its = meanings(other);
        for (int i = 0; i < SIGNS.length; i++) {
            cosines[1 + i] = mine.get(i).cosine(its.get(i));
        }
        sorts.computeIfAbsent(sort, it -> new ArrayList<>()).add(cosines);
    }

    /** By the signs that the product has. */
    boolean alike(float[] one, float[] other, double product) {
        return meanings(one).get(SIGNS.length - 1).cosine(meanings(other).get(SIGNS.length - 1)) >= product;
    }

    private List<Meaning> meanings(float[] vector) {
        return known.computeIfAbsent(
                vector, it -> planes.stream().map(its -> its.of(it)).toList());
    }

    private double cosine(float[] one, float[] other) {
        double along = 0;
        double mine = 0;
        double its = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i] - centre[i];
            double b = other[i] - centre[i];
            along += a * b;
            mine += a * a;
            its += b * b;
        }
        return along / Math.sqrt(mine * its);
    }

    /** Says what was found, and gives the share of different ones at a threshold, by the signs that the product has. */
    double report(Figures figures, double product) {
        sorts.forEach((sort, pairs) -> {
            figures.say("%s: %d pairs, cosine %s", sort, pairs.size(), quantiles(pairs));
            figures.say("    from   vectors  128 signs  256 signs  512 signs");
            for (double threshold : THRESHOLDS) {
                figures.say(
                        "    %.2f   %.5f  %.5f    %.5f    %.5f",
                        threshold,
                        share(pairs, 0, threshold),
                        share(pairs, 1, threshold),
                        share(pairs, 2, threshold),
                        share(pairs, 3, threshold));
            }
        });
        int own = SIGNS.length;
        sorts.forEach((sort, pairs) -> figures.add(sort + "-per-1000", 1_000 * share(pairs, own, product), ""));
        figures.add("wrong-by-signs", off(own), "");
        return share(sorts.getOrDefault("different", List.of()), own, product);
    }

    private static String quantiles(List<double[]> pairs) {
        double[] sorted = pairs.stream().mapToDouble(pair -> pair[0]).sorted().toArray();
        StringBuilder all = new StringBuilder();
        for (double part : new double[] {0.01, 0.1, 0.5, 0.9, 0.99, 0.999}) {
            all.append(String.format(
                    " p%s %.3f", Double.toString(100 * part).replace(".0", ""), sorted[(int) (part * sorted.length)]));
        }
        return all.toString();
    }

    private static double share(List<double[]> pairs, int by, double threshold) {
        return pairs.stream().filter(pair -> pair[by] >= threshold).count() / (double) Math.max(1, pairs.size());
    }

    /** The spread of what the signs tell about the vectors' own cosine. */
    private double off(int by) {
        return Math.sqrt(sorts.values().stream()
                .flatMap(List::stream)
                .mapToDouble(pair -> (pair[by] - pair[0]) * (pair[by] - pair[0]))
                .average()
                .orElse(0));
    }
}
