package org.chuishao.bench.warnings.plant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.chuishao.routing.category.Tsv;

/**
 * How the trade describes a sort of incident: see {@code incidents.tsv}. Nothing in it was taken from a rule.
 *
 * @param words what people say
 */
record Recipe(
        Kind kind,
        String category,
        int least,
        int most,
        double shortest,
        double longest,
        Shape shape,
        int fromHour,
        int toHour,
        List<String> words) {

    private static final String FILE = "/warnings/incidents.tsv";

    static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>();
        Tsv.read(
                FILE,
                10,
                row -> all.add(new Recipe(
                        row.value(0, Kind::valueOf),
                        row.text(1),
                        row.value(2, Integer::parseInt),
                        row.value(3, Integer::parseInt),
                        row.value(4, Double::parseDouble),
                        row.value(5, Double::parseDouble),
                        row.value(6, Shape::valueOf),
                        row.value(7, Integer::parseInt),
                        row.value(8, Integer::parseInt),
                        row.words(9))));
        return all;
    }

    static List<Recipe> of(Kind kind) {
        return all().stream().filter(recipe -> recipe.kind() == kind).toList();
    }

    int people(SplittableRandom random) {
        return random.nextInt(least, most + 1);
    }

    /** Hour of the day at which it begins. */
    double begins(SplittableRandom random) {
        return fromHour + (toHour - fromHour) * random.nextDouble();
    }

    List<Duration> arrivals(int many, SplittableRandom random) {
        return shape.arrivals(many, shortest + (longest - shortest) * random.nextDouble(), random);
    }

    String say(SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
