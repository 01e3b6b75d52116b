package org.chuishao.bench.routing;

import java.util.List;
import java.util.function.Consumer;
import org.chuishao.bench.Figures;
import org.chuishao.bench.Percentiles;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.classify.KeywordClassifier;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.learn.Meanings;

/** How long one message takes, with the model and by the rules' words alone. */
final class Speed {

    private static final int WARM_UP = 20;
    private static final int MOST = 200;
    private static final double NANOS = 1e6;

    private final Figures figures;

    Speed(Figures figures) {
        this.figures = figures;
    }

    void measure(Learnt model, Meanings meanings, List<Example> examples) {
        figures.say("Timing one message after the other");
        time("ticket", examples, it -> model.answer(it.title(), it.body(), meanings.of(it.title(), it.body())));
        KeywordClassifier rules = new KeywordClassifier(ShippedTaxonomy.read());
        time("rules", examples, it -> rules.classify(it.title(), it.body()));
    }

    private void time(String name, List<Example> examples, Consumer<Example> answer) {
        Percentiles took = new Percentiles();
        int most = Math.min(examples.size(), MOST);
        double all = 0;
        for (int i = -WARM_UP; i < most; i++) {
            Example example = examples.get(Math.floorMod(i, examples.size()));
            long began = System.nanoTime();
            answer.accept(example);
            if (i >= 0) {
                double millis = (System.nanoTime() - began) / NANOS;
                took.add(millis);
                all += millis;
            }
        }
        took.into(figures, name);
        figures.add(name + "-per-second", most / all * 1000, "on one core");
    }
}
