package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chuishao.routing.learn.Neighbours.Near;

/** What a model would have said of its newest examples, had it not known them. */
final class Hindsight {

    /** The part of the newest that is old, where the old have to answer the young. */
    private static final double OLD = 0.6;

    private final List<Read> newest;
    private final Neighbours neighbours;
    private final List<float[]> meanings;
    private final int[] labelOf;
    private final List<String> labels;

    /** Where the newest begin among all. */
    private final int first;

    /** @param newest the last of all examples */
    Hindsight(List<Read> newest, List<float[]> meanings, int[] labelOf, List<String> labels) {
        this.newest = newest;
        this.neighbours = new Neighbours(meanings);
        this.meanings = meanings;
        this.labelOf = labelOf;
        this.labels = labels;
        this.first = meanings.size() - newest.size();
    }

    /** By all others. */
    List<Signs> blind(Block block) {
        List<Signs> signs = new ArrayList<>();
        for (int i = 0; i < newest.size(); i++) {
            int itself = first + i;
            List<Near> near = neighbours.nearest(meanings.get(itself), Learnt.NEAR, other -> other != itself);
            signs.add(Signs.of(block.blind(i), block.blindWords(i), near, labelOf, block.blindDistance(i)));
        }
        return signs;
    }

    /** By the older only: of the younger, which are the last. */
    List<Signs> later() {
        int old = (int) (OLD * newest.size());
        List<Read> older = newest.subList(0, old);
        Block block = Block.learn(older, Arrays.copyOfRange(labelOf, first, first + old), labels.size());
        float[][] inverse = block.inverse();
        List<Signs> signs = new ArrayList<>();
        for (Read read : newest.subList(old, newest.size())) {
            float[] likeness = new float[old];
            double[] scores = new double[labels.size()];
            double[] words = new double[labels.size()];
            for (int i = 0; i < old; i++) {
                double byWords = read.words(older.get(i));
                likeness[i] = (float) read.likeness(older.get(i), byWords);
                for (int label = 0; label < scores.length; label++) {
                    scores[label] += likeness[i] * block.weights()[i][label];
                    words[label] += byWords * block.weights()[i][label];
                }
            }
            List<Near> near = neighbours.nearest(read.meaning(), Learnt.NEAR, other -> other < first + old);
            signs.add(Signs.of(scores, words, near, labelOf, Block.distance(read.likeness(read), likeness, inverse)));
        }
        return signs;
    }

    /** What says that an answer can be believed in its own time, and what does when times have changed, count alike. */
    Trust trust(List<Signs> blind, List<Signs> later) {
        List<Signs> all = new ArrayList<>(blind);
        all.addAll(later);
        boolean[] right = new boolean[all.size()];
        for (int i = 0; i < right.length; i++) {
            int example = i < blind.size() ? first + i : meanings.size() - right.length + i;
            right[i] = right(all.get(i), example);
        }
        return Trust.learn(all, right);
    }

    /** @param signs of the last examples */
    List<Outcome> outcomes(List<Signs> signs, Trust trust) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++) {
            Signs its = signs.get(i);
            boolean right = right(its, meanings.size() - signs.size() + i);
            outcomes.add(new Outcome(labels.get(its.first()), trust.of(its), right));
        }
        return outcomes;
    }

    private boolean right(Signs signs, int example) {
        return signs.first() == labelOf[example];
    }
}
