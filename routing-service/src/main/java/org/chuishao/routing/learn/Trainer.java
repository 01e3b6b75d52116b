package org.chuishao.routing.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Learns from confirmed tickets, the oldest first. They are cut into blocks, each learnt by itself, and the blocks speak with
 * one voice: so the time grows with the number of tickets and not with its cube. The same tickets make the same model.
 */
public final class Trainer {

    /** A block takes a few seconds. */
    private static final int BLOCK = 1_500;

    private static final String FORM = "kernel-2";

    /** @param meanings of the examples, in their order */
    public Learnt learn(List<Example> examples, List<float[]> meanings) {
        List<String> labels =
                examples.stream().map(Example::label).distinct().sorted().toList();
        if (labels.size() < 2) {
            throw new IllegalArgumentException("there is nothing to tell apart: fewer than two labels");
        }
        int[] labelOf = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        Vectoriser vectoriser = Vectoriser.of(examples);
        Blocks blocks = new Blocks(labels.size(), vectoriser.features(), blocks(examples.size()));
        int from = 0;
        for (int block = 0; block < blocks.count; block++) {
            int to = (int) ((long) examples.size() * (block + 1) / blocks.count);
            List<Read> reads = new ArrayList<>();
            for (int i = from; i < to; i++) {
                Example example = examples.get(i);
                reads.add(new Read(vectoriser.vector(example.title(), example.body()), meanings.get(i)));
            }
            blocks.add(reads, Arrays.copyOfRange(labelOf, from, to));
            from = to;
        }
        Judged judged = judge(blocks, meanings, labelOf, labels);
        return new Learnt(new Knowledge(
                version(examples),
                labels,
                examples.stream().map(Example::id).toList(),
                labelOf,
                vectoriser,
                blocks.gramWeights,
                meanings.toArray(float[][]::new),
                blocks.weights.toArray(float[][]::new),
                blocks.newest.stream().map(Read::grams).toList(),
                blocks.last().inverse(),
                judged.trust,
                judged.outcomes,
                judged.later));
    }

    private static int blocks(int examples) {
        return (examples + BLOCK - 1) / BLOCK;
    }

    /** What the blocks add up to. */
    private static final class Blocks {
        private final int labels;
        private final int count;
        private final float[][] gramWeights;
        private final List<float[]> weights = new ArrayList<>();
        private List<Read> newest = List.of();
        private @Nullable Block last;

        private Blocks(int labels, int features, int count) {
            this.labels = labels;
            this.count = count;
            this.gramWeights = new float[labels][features];
        }

        private void add(List<Read> reads, int[] labelOf) {
            Block block = Block.learn(reads, labelOf, labels);
            last = block;
            newest = reads;
            for (int i = 0; i < reads.size(); i++) {
                float[] its = block.weights()[i].clone();
                for (int label = 0; label < labels; label++) {
                    its[label] /= count;
                    reads.get(i).grams().addTo(gramWeights[label], its[label]);
                }
                weights.add(its);
            }
        }

        private Block last() {
            return Objects.requireNonNull(last);
        }
    }

    private record Judged(Trust trust, List<Outcome> outcomes, List<Outcome> later) {}

    /** How well the newest block's own answers can be trusted: those that it gives of an example that it does not know. */
    private static Judged judge(Blocks blocks, List<float[]> meanings, int[] labelOf, List<String> labels) {
        Hindsight hindsight = new Hindsight(blocks.newest, meanings, labelOf, labels);
        List<Signs> signs = hindsight.blind(blocks.last());
        List<Signs> later = hindsight.later();
        Trust trust = hindsight.trust(signs, later);
        return new Judged(trust, hindsight.outcomes(signs, trust), hindsight.outcomes(later, trust));
    }

    /** The form of the model, how many it has learnt from, and a mark of which. */
    private static String version(List<Example> examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Example example : examples) {
                digest.update((example.id() + '\t' + example.label() + '\n').getBytes(UTF_8));
            }
            return FORM + '-' + examples.size() + '-' + HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
