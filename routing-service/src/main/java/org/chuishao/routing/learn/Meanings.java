package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.List;

/** What a message means as a whole: the mean of its parts, each read together with the title. */
public final class Meanings {

    /** What reads a message and how; the vectors of another are no measure beside these. */
    public static final String READ_BY = "bge-small-zh-v1.5 first+mean, parts of 200";

    private static final int PART = 200;
    private static final int MOST_PARTS = 4;

    private final Embedder embedder;

    public Meanings(Embedder embedder) {
        this.embedder = embedder;
    }

    public float[] of(String title, String body) {
        return mean(embedder.embed(parts(title, body)));
    }

    private static List<String> parts(String title, String body) {
        List<String> parts = new ArrayList<>();
        String rest = Plain.head(body, PART * MOST_PARTS);
        do {
            String part = Plain.head(rest, PART);
            parts.add(title + '。' + part);
            rest = rest.substring(part.length());
        } while (!rest.isEmpty());
        return parts;
    }

    private static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        vectors.forEach(vector -> Vectors.add(vector, sum));
        Vectors.normalise(sum);
        return sum;
    }
}
