package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs the runs of characters of a message: the rarer among what was learnt, the more. The title counts with the body and
 * once more by itself.
 */
final class Vectoriser {

    /** Beyond this a text tells its history rather than its matter. */
    private static final int BODY_READ = 1_000;

    private static final int LONGEST = 2;
    private static final double TITLE_WEIGHT = 0.5;
    private static final int WHOLE = 1;
    private static final int TITLE = 2;

    /** What occurs in one message only tells nothing of the next. */
    private static final int OFTEN_ENOUGH = 2;

    private final int[] hashes;
    private final float[] rarity;

    Vectoriser(int[] hashes, float[] rarity) {
        this.hashes = hashes;
        this.rarity = rarity;
    }

    static Vectoriser of(List<Example> examples) {
        Map<Integer, Integer> in = new HashMap<>();
        for (Example example : examples) {
            whole(example.title(), example.body()).keySet().forEach(hash -> in.merge(hash, 1, Integer::sum));
            title(example.title()).keySet().forEach(hash -> in.merge(hash, 1, Integer::sum));
        }
        int[] hashes = in.entrySet().stream()
                .filter(entry -> entry.getValue() >= OFTEN_ENOUGH)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        float[] rarity = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            rarity[i] = (float) (1 + Math.log((1.0 + examples.size()) / (1.0 + in.getOrDefault(hashes[i], 0))));
        }
        return new Vectoriser(hashes, rarity);
    }

    int[] hashes() {
        return hashes;
    }

    float[] rarity() {
        return rarity;
    }

    int features() {
        return hashes.length;
    }

    Sparse vector(String title, String body) {
        return joined(List.of(weighed(whole(title, body), 1), weighed(title(title), TITLE_WEIGHT)));
    }

    private static Map<Integer, Integer> whole(String title, String body) {
        return Grams.count(
                Plain.withoutNumbers(title) + ' ' + Plain.head(Plain.withoutNumbers(body), BODY_READ), LONGEST, WHOLE);
    }

    private static Map<Integer, Integer> title(String title) {
        return Grams.count(Plain.withoutNumbers(title), LONGEST, TITLE);
    }

    /** Of the given length, however long the text is. */
    private Map<Integer, Float> weighed(Map<Integer, Integer> counts, double length) {
        Map<Integer, Float> weights = new HashMap<>();
        double squared = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int at = Arrays.binarySearch(hashes, entry.getKey());
            if (at >= 0) {
                float weight = (float) ((1 + Math.log(entry.getValue())) * rarity[at]);
                weights.put(at, weight);
                squared += weight * weight;
            }
        }
        float factor = (float) (length / Math.max(Math.sqrt(squared), 1e-9));
        weights.replaceAll((at, weight) -> weight * factor);
        return weights;
    }

    private static Sparse joined(List<Map<Integer, Float>> parts) {
        Map<Integer, Float> all = new HashMap<>();
        parts.forEach(part -> part.forEach((at, weight) -> all.merge(at, weight, Float::sum)));
        List<Integer> order = new ArrayList<>(all.keySet());
        order.sort(null);
        int[] index = new int[order.size()];
        float[] value = new float[order.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = order.get(i);
            value[i] = all.getOrDefault(order.get(i), 0f);
        }
        return new Sparse(index, value);
    }
}
