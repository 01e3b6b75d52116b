package org.chuishao.bench.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chuishao.bench.Figures;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.learn.Trainer;

/**
 * Seconds to learn from many. There are only so many real messages: they are drawn again and again, each time with a meaning
 * moved a little, so the time is real and the rightness is not, and is not printed.
 */
final class Growth {

    private static final double NANOS = 1e9;
    private static final double MOVED = 0.02;
    private static final double MEGA = 1 << 20;

    private final Vectors vectors;
    private final Figures figures;

    Growth(Vectors vectors, Figures figures) {
        this.vectors = vectors;
        this.figures = figures;
    }

    void run(List<Example> real, List<Integer> sizes) {
        List<float[]> meanings = vectors.of(real);
        for (int size : sizes) {
            Random random = new Random(size);
            List<Example> examples = new ArrayList<>();
            List<float[]> moved = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int drawn = random.nextInt(real.size());
                Example one = real.get(drawn);
                examples.add(new Example(Integer.toString(i), one.label(), one.title(), one.body()));
                moved.add(moved(meanings.get(drawn), random));
            }
            long began = System.nanoTime();
            Learnt model = new Trainer().learn(examples, moved);
            figures.add("learn-seconds-" + size, (System.nanoTime() - began) / NANOS, "s");
            answer(model, real, meanings, size);
        }
    }

    private void answer(Learnt model, List<Example> real, List<float[]> meanings, int size) {
        int tries = Math.min(100, real.size());
        long began = System.nanoTime();
        for (int i = 0; i < tries; i++) {
            model.answer(real.get(i).title(), real.get(i).body(), meanings.get(i));
        }
        figures.add("answer-ms-" + size, (System.nanoTime() - began) / NANOS / tries * 1_000, "ms");
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        figures.add("heap-mb-" + size, (runtime.totalMemory() - runtime.freeMemory()) / MEGA, "MB");
    }

    private static float[] moved(float[] vector, Random random) {
        float[] moved = vector.clone();
        double squared = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (MOVED * random.nextGaussian());
            squared += moved[i] * moved[i];
        }
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= (float) Math.sqrt(squared);
        }
        return moved;
    }
}
