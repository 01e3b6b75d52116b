package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chuishao.routing.learn.Neighbours.Near;

/**
 * A model that has learnt. It never changes, many threads may ask it at once, and it keeps of the citizens' words only
 * numbers: hashes, weights and vectors.
 */
public final class Learnt {

    static final int NEAR = 15;
    private static final int CANDIDATES = 3;
    private static final int EVIDENCE = 3;

    /** How fast the other candidates' share falls with their score. */
    private static final double SHARPNESS = 8;

    /** Below this the first candidate is no help to a person either. */
    private static final double WORTH_SHOWING = 0.3;

    private final Knowledge known;
    private final Neighbours neighbours;

    Learnt(Knowledge known) {
        this.known = known;
        this.neighbours = new Neighbours(List.of(known.meanings()));
    }

    Knowledge knowledge() {
        return known;
    }

    public String version() {
        return known.version();
    }

    /** How many confirmed tickets it has learnt from. */
    public int examples() {
        return known.meanings().length;
    }

    public List<String> labels() {
        return known.labels();
    }

    /** What it would have said of the examples of its newest block, had it not known them. */
    public List<Outcome> outcomes() {
        return known.outcomes();
    }

    /** What the older of these would have said of the younger: how it fares as times change. */
    public List<Outcome> later() {
        return known.later();
    }

    /** @param meaning of the message, by {@link Meanings} */
    public Answer answer(String title, String body, float[] meaning) {
        Read read = new Read(known.vectoriser().vector(title, body), meaning);
        double[] words = words(read);
        double[] scores = scores(words, meaning);
        List<Near> near = neighbours.nearest(meaning, NEAR);
        Signs signs = Signs.of(scores, words, near, known.labelOf(), distance(read));
        return new Answer(
                version(),
                candidates(scores, signs.first(), known.trust().of(signs), meaning),
                known.trust().unusual(signs));
    }

    /** @param thresholds over outcomes of this model */
    public static Advice advice(Answer answer, Thresholds thresholds) {
        return advice(answer, thresholds.of(answer.first().label()));
    }

    /** @param threshold of the first candidate */
    public static Advice advice(Answer answer, double threshold) {
        double confidence = answer.first().confidence();
        if (confidence >= threshold) {
            return Advice.AUTO;
        }
        return confidence >= WORTH_SHOWING ? Advice.SUGGEST : Advice.HUMAN;
    }

    private double[] words(Read read) {
        double[] words = new double[known.labels().size()];
        for (int label = 0; label < words.length; label++) {
            words[label] = read.grams().dot(known.gramWeights()[label]);
        }
        return words;
    }

    private double[] scores(double[] words, float[] meaning) {
        double[] scores = words.clone();
        float[][] meanings = known.meanings();
        for (int i = 0; i < meanings.length; i++) {
            double likeness = Read.likeness(meaning, meanings[i]);
            float[] weights = known.weights()[i];
            for (int label = 0; label < scores.length; label++) {
                scores[label] += likeness * weights[label];
            }
        }
        return scores;
    }

    private double distance(Read read) {
        List<Sparse> newest = known.newest();
        int first = known.meanings().length - newest.size();
        float[] likeness = new float[newest.size()];
        float[] its = read.grams().dense(known.vectoriser().features());
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = (float) (newest.get(i).dot(its) + Read.likeness(read.meaning(), known.meanings()[first + i]));
        }
        return Block.distance(read.likeness(read), likeness, known.inverse());
    }

    private List<Answer.Candidate> candidates(double[] scores, int first, double confidence, float[] meaning) {
        double[] shares = new double[scores.length];
        for (int label = 0; label < scores.length; label++) {
            shares[label] = label == first ? Double.NEGATIVE_INFINITY : SHARPNESS * scores[label];
        }
        if (shares.length > 1) {
            Vectors.softmax(shares);
        }
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(label -> -scores[label]))
                .limit(CANDIDATES)
                .toList();
        List<Answer.Candidate> candidates = new ArrayList<>();
        for (int label : order) {
            double share = label == first ? confidence : (1 - confidence) * shares[label];
            candidates.add(new Answer.Candidate(known.labels().get(label), share, evidence(label, meaning)));
        }
        return candidates;
    }

    private List<String> evidence(int label, float[] meaning) {
        return neighbours.nearest(meaning, EVIDENCE, i -> known.labelOf()[i] == label).stream()
                .map(near -> known.ids().get(near.example()))
                .toList();
    }
}
