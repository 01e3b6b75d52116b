package org.chuishao.routing.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chuishao.routing.learn.Advice;
import org.chuishao.routing.learn.Answer;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.learn.Outcome;
import org.chuishao.routing.learn.Thresholds;
import org.chuishao.routing.learn.Trainer;
import org.chuishao.routing.learn.Wilson;

/** Learns from some messages and answers others. All thresholds come from those that it has learnt from. */
public final class Trial {

    public static final double TARGET = 0.95;
    private static final double HIGHER = 0.98;
    private static final int FEW = 20;

    private final Function<List<Example>, List<float[]>> meanings;

    /** @param meanings of examples, in their order */
    public Trial(Function<List<Example>, List<float[]>> meanings) {
        this.meanings = meanings;
    }

    public Learnt learn(List<Example> train) {
        return new Trainer().learn(train, meanings.apply(train));
    }

    public List<Judged> judge(Learnt model, List<Example> test) {
        List<Outcome> outcomes = model.outcomes();
        Thresholds own = Thresholds.of(model, TARGET);
        double at95 = Thresholds.lowest(outcomes, TARGET, Wilson.NONE, FEW);
        double at98 = Thresholds.lowest(outcomes, HIGHER, Wilson.NONE, FEW);
        double wilson95 = Thresholds.lowest(outcomes, TARGET, Wilson.USUAL, FEW);
        double wilson98 = Thresholds.lowest(outcomes, HIGHER, Wilson.USUAL, FEW);
        List<float[]> meant = meanings.apply(test);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            Example example = test.get(i);
            Answer answer = model.answer(example.title(), example.body(), meant.get(i));
            double sure = answer.first().confidence();
            judged.add(new Judged(
                    example.label(),
                    answer.first().label(),
                    answer.candidates().stream().limit(2).anyMatch(one -> one.label()
                            .equals(example.label())),
                    sure,
                    sure >= at95,
                    sure >= at98,
                    sure >= wilson95,
                    sure >= wilson98,
                    Learnt.advice(answer, own) == Advice.AUTO,
                    answer.distance()));
        }
        return judged;
    }

    /** Each message is answered by a model that has learnt from the other folds; labels are spread evenly over them. */
    public List<Judged> folds(List<Example> examples, int folds, long seed) {
        int[] foldOf = new int[examples.size()];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Map<String, Integer> dealt = new HashMap<>();
        int labels = 0;
        for (int i : order) {
            String label = examples.get(i).label();
            if (!dealt.containsKey(label)) {
                // a label's first goes where the last label ended, so that small ones do not all lie in the first fold
                dealt.put(label, labels++);
            }
            foldOf[i] = dealt.merge(label, 1, Integer::sum) % folds;
        }
        List<Judged> all = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            List<Example> train = IntStream.range(0, foldOf.length)
                    .filter(i -> foldOf[i] != held)
                    .mapToObj(examples::get)
                    .toList();
            List<Example> test = IntStream.range(0, foldOf.length)
                    .filter(i -> foldOf[i] == held)
                    .mapToObj(examples::get)
                    .toList();
            all.addAll(judge(learn(train), test));
        }
        return all;
    }
}
