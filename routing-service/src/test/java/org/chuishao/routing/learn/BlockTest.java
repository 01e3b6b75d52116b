package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

    private final List<Example> examples = Phrases.examples();
    private final List<float[]> meanings = Phrases.meanings(examples);
    private final Vectoriser vectoriser = Vectoriser.of(examples);

    @Test
    void what_it_says_blindly_is_what_it_says_when_it_has_not_learnt_the_example() {
        int[] labels = new int[examples.size()];
        List<Read> reads = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            labels[i] = i % 3;
            reads.add(read(i));
        }
        Block all = Block.learn(reads, labels, 3);

        int left = 7;
        List<Read> others = new ArrayList<>(reads);
        others.remove(left);
        int[] theirs = new int[labels.length - 1];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = labels[i < left ? i : i + 1];
        }
        Block without = Block.learn(others, theirs, 3);
        float[] likeness = new float[others.size()];
        double[] scores = new double[3];
        double[] words = new double[3];
        for (int i = 0; i < others.size(); i++) {
            likeness[i] = (float) reads.get(left).likeness(others.get(i));
            for (int label = 0; label < 3; label++) {
                scores[label] += likeness[i] * without.weights()[i][label];
                words[label] += reads.get(left).words(others.get(i)) * without.weights()[i][label];
            }
        }

        for (int label = 0; label < 3; label++) {
            assertThat(all.blind(left)[label]).isCloseTo(scores[label], offset(1e-4));
            assertThat(all.blindWords(left)[label]).isCloseTo(words[label], offset(1e-4));
        }
        assertThat(all.blindDistance(left))
                .isCloseTo(
                        Block.distance(reads.get(left).likeness(reads.get(left)), likeness, without.inverse()),
                        offset(1e-4));
    }

    private Read read(int example) {
        Example one = examples.get(example);
        return new Read(vectoriser.vector(one.title(), one.body()), meanings.get(example));
    }
}
